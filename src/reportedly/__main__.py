from reportedly.show.cli import main

main()
