"""Nouns for people, and which role each gives; nouns that are no people, however many of them a line counts."""

_ROLES = """
people: person/people person/persons personnel/personnel individual/individuals soul/souls lives/lives \
victim/victims martyr/martyrs \
casualty/casualties humans/humans adult/adults \
national/nationals citizen/citizens member/members occupant/occupants colleague/colleagues friend/friends \
driver/drivers relative/relatives evacuee/evacuees patient/patients villager/villagers \
man/men woman/women boy/boys girl/girls survivor/survivors compatriot/compatriots
hostages: hostage/hostages captive/captives
workers: worker/workers labourer/labourers laborer/laborers employee/employees co-worker/co-workers \
coworker/coworkers staffer/staffers staff/staff \
expatriate/expatriates technician/technicians
attackers: attacker/attackers militant/militants terrorist/terrorists gunman/gunmen kidnapper/kidnappers \
suspect/suspects bomber/bombers assailant/assailants insurgent/insurgents rebel/rebels jihadist/jihadists \
jihadi/jihadis extremist/extremists fighter/fighters pirate/pirates hijacker/hijackers shooter/shooters \
perpetrator/perpetrators guerrilla/guerrillas raider/raiders robber/robbers burglar/burglars \
hostage-taker/hostage-takers \
islamist/islamists separatist/separatists militiaman/militiamen killer/killers assassin/assassins intruder/intruders \
captor/captors sniper/snipers bandit/bandits arsonist/arsonists operative/operatives taliban/taliban \
hostage-taker/hostagetakers mercenary/mercenaries knifeman/knifemen accomplice/accomplices abductor/abductors
soldiers: soldier/soldiers troop/troops serviceman/servicemen servicemember/servicemembers marine/marines \
airman/airmen paratrooper/paratroopers commando/commandos colonel/colonels major/majors \
general/generals sergeant/sergeants lieutenant/lieutenants corporal/corporals forces/forces reservist/reservists \
conscript/conscripts \
infantryman/infantrymen
police: police/police policeman/policemen policewoman/policewomen officer/officers cop/cops deputy/deputies \
constable/constables detective/detectives trooper/troopers
guards: warder/warders guard/guards guardsman/guardsmen bodyguard/bodyguards
gendarmes: gendarme/gendarmes
civilians: civilian/civilians noncombatant/noncombatants non-combatant/non-combatants
passengers: passenger/passengers traveller/travellers traveler/travelers
crew: crew/crew aircrew/aircrew crewman/crewmen crewmember/crewmembers
children: child/children kid/kids boy/boys girl/girls \
son/sons daughter/daughters baby/babies infant/infants toddler/toddlers \
teenager/teenagers teen/teens \
schoolchild/schoolchildren youngster/youngsters minor/minors schoolboy/schoolboys schoolgirl/schoolgirls
women: mother/mothers housewife/housewives grandmother/grandmothers
students: student/students pupil/pupils classmate/classmates
residents: resident/residents inhabitant/inhabitants neighbour/neighbours neighbor/neighbors islander/islanders
rescuers: rescuer/rescuers
protesters: protester/protesters protestor/protestors demonstrator/demonstrators marcher/marchers rioter/rioters
prisoners: prisoner/prisoners inmate/inmates detainee/detainees convict/convicts
officials: official/officials minister/ministers lawmaker/lawmakers mp/mps senator/senators politician/politicians \
congressman/congressmen parliamentarian/parliamentarians councillor/councillors legislator/legislators
journalists: journalist/journalists reporter/reporters newsman/newsmen cameraman/cameramen
foreigners: foreigner/foreigners westerner/westerners
teachers: teacher/teachers
firefighters: firefighter/firefighters fireman/firemen firewoman/firewomen
tourists: tourist/tourists holidaymaker/holidaymakers backpacker/backpackers sightseer/sightseers
miners: miner/miners coalminer/coalminers
"""
# These keep the text's own plural noun as their role.
_OWN = """
participant/participants bystander/bystanders passerby/passersby passer-by/passers-by pedestrian/pedestrians \
motorist/motorists \
man/men woman/women contractor/contractors builder/builders peacekeeper/peacekeepers \
developer/developers companion/companions pilot/pilots sailor/sailors migrant/migrants \
refugee/refugees diplomat/diplomats doctor/doctors nurse/nurses paramedic/paramedics \
fisherman/fishermen farmer/farmers villager/villagers supporter/supporters activist/activists guest/guests \
customer/customers driver/drivers \
fan/fans spectator/spectators worshipper/worshippers worshiper/worshipers mourner/mourners pilgrim/pilgrims \
commuter/commuters climber/climbers hiker/hikers skier/skiers diver/divers swimmer/swimmers astronaut/astronauts \
priest/priests nun/nuns monk/monks missionary/missionaries bishop/bishops cleric/clerics imam/imams judge/judges \
lawyer/lawyers engineer/engineers scientist/scientists volunteer/volunteers observer/observers monitor/monitors \
medic/medics patient/patients adult/adults guide/guides trainee/trainees dissident/dissidents rapper/rappers \
athlete/athletes player/players footballer/footballers musician/musicians writer/writers blogger/bloggers \
politician/politicians envoy/envoys ambassador/ambassadors trader/traders shopper/shoppers vendor/vendors \
merchant/merchants herder/herders hunter/hunters truckers/truckers trucker/truckers camper/campers \
evacuee/evacuees settler/settlers defector/defectors immigrant/immigrants asylum-seeker/asylum-seekers seeker/seekers \
parishioner/parishioners churchgoer/churchgoers partygoer/partygoers concertgoer/concertgoers reveller/revellers \
festivalgoer/festivalgoers bather/bathers beachgoer/beachgoers cyclist/cyclists motorcyclist/motorcyclists \
militia/militias colleague/colleagues relative/relatives parent/parents father/fathers \
lifeguard/lifeguards fugitive/fugitives stowaway/stowaways businessman/businessmen banker/bankers voter/voters \
donor/donors critic/critics patron/patrons cook/cooks cleaner/cleaners chef/chefs dancer/dancers actor/actors \
technician/technicians pensioner/pensioners professor/professors academic/academics colonist/colonists \
loyalist/loyalists \
rights-worker/rights-workers seaman/seamen seafarer/seafarers rider/riders \
racer/racers racegoer/racegoers clubber/clubbers reader/readers attendee/attendees student-teacher/student-teachers \
brother/brothers sister/sisters sibling/siblings grandchild/grandchildren wife/wives \
husband/husbands cousin/cousins alumnus/alumni enthusiast/enthusiasts leader/leaders commander/commanders \
conductor/conductors attendant/attendants steward/stewards caretaker/caretakers gardener/gardeners clerk/clerks \
contestant/contestants competitor/competitors jogger/joggers runner/runners surfer/surfers kayaker/kayakers \
mountaineer/mountaineers sherpa/sherpas porter/porters trekker/trekkers paraglider/paragliders balloonist/balloonists \
recruit/recruits cadet/cadets candidate/candidates rancher/ranchers purser/pursers deckhand/deckhands \
pharmacist/pharmacists waiter/waiters waitress/waitresses surgeon/surgeons dentist/dentists vet/vets barber/barbers \
butcher/butchers baker/bakers tailor/tailors carpenter/carpenters mechanic/mechanics welder/welders \
electrician/electricians plumber/plumbers postman/postmen photographer/photographers singer/singers \
referee/referees jockey/jockeys nanny/nannies maid/maids foreman/foremen stewardess/stewardesses \
navigator/navigators co-pilot/co-pilots copilot/copilots lecturer/lecturers headmaster/headmasters \
headmistress/headmistresses headteacher/headteachers midwife/midwives chemist/chemists geologist/geologists \
biologist/biologists archaeologist/archaeologists historian/historians economist/economists accountant/accountants \
interpreter/interpreters translator/translators juror/jurors rabbi/rabbis pastor/pastors campaigner/campaigners \
apprentice/apprentices weaver/weavers angler/anglers courier/couriers janitor/janitors storeman/storemen \
shepherd/shepherds herdsman/herdsmen shopkeeper/shopkeepers stallholder/stallholders beggar/beggars orphan/orphans \
bride/brides bridegroom/bridegrooms groom/grooms visitor/visitors manager/managers inspector/inspectors \
weightlifter/weightlifters boxer/boxers wrestler/wrestlers rower/rowers \
boatman/boatmen oarsman/oarsmen ferryman/ferrymen picker/pickers harvester/harvesters \
potter/potters brewer/brewers cashier/cashiers salesman/salesmen \
saleswoman/saleswomen receptionist/receptionists usher/ushers doorman/doormen barman/barmen barmaid/barmaids \
bartender/bartenders hairdresser/hairdressers \
yachtsman/yachtsmen tribesman/tribesmen clansman/clansmen peasant/peasants nomad/nomads farmhand/farmhands \
birdwatcher/birdwatchers prospector/prospectors logger/loggers lumberjack/lumberjacks woodcutter/woodcutters \
potholer/potholers caver/cavers canoeist/canoeists windsurfer/windsurfers snowboarder/snowboarders \
skydiver/skydivers parachutist/parachutists hitchhiker/hitchhikers picnicker/picnickers diner/diners \
churchgoer/churchgoers moviegoer/moviegoers honeymooner/honeymooners onlooker/onlookers teammate/teammates \
ranger/rangers warden/wardens watchman/watchmen nightwatchman/nightwatchmen coastguard/coastguards \
docker/dockers dockworker/dockworkers railwayman/railwaymen steelworker/steelworkers roughneck/roughnecks \
skipper/skippers helmsman/helmsmen boatswain/boatswains signalman/signalmen \
seminarian/seminarians deacon/deacons vicar/vicars preacher/preachers catechist/catechists friar/friars \
captain/captains elder/elders expert/experts seamstress/seamstresses chieftain/chieftains headman/headmen \
mediator/mediators negotiator/negotiators researcher/researchers businesswoman/businesswomen principal/principals \
drummer/drummers guitarist/guitarists violinist/violinists comedian/comedians clown/clowns acrobat/acrobats \
painter/painters sculptor/sculptors poet/poets novelist/novelists filmmaker/filmmakers \
cricketer/cricketers golfer/golfers skater/skaters goalkeeper/goalkeepers sprinter/sprinters \
psychologist/psychologists psychiatrist/psychiatrists vaccinator/vaccinators carer/carers orderly/orderlies \
retiree/retirees widow/widows nephew/nephews niece/nieces uncle/uncles aunt/aunts grandson/grandsons \
tenant/tenants squatter/squatters lodger/lodgers deportee/deportees returnee/returnees \
hooligan/hooligans thief/thieves spy/spies informer/informers informant/informants slave/slaves \
gangster/gangsters smuggler/smugglers trafficker/traffickers poacher/poachers looter/looters hacker/hackers
"""
_PEOPLES = """
kurd/kurds tamil/tamils tibetan/tibetans uighur/uighurs uyghur/uyghurs rohingya/rohingyas shiite/shiites sunni/sunnis \
shi'ite/shi'ites christian/christians muslim/muslims hindu/hindus sikh/sikhs jew/jews copt/copts hazara/hazaras \
yazidi/yazidis arab/arabs
"""
_FAMILY = {"mother", "mothers", "grandmother", "grandmothers", "housewife", "housewives"}


def _read() -> tuple[dict[str, str], frozenset[str]]:
    roles: dict[str, str] = {}
    singulars: set[str] = set()
    for row in _ROLES.strip().splitlines():
        role, _, nouns = row.partition(":")
        for pair in nouns.split():
            one, _, many = pair.partition("/")
            roles[one] = roles[many] = role
            singulars.add(one)
    for pair in _OWN.split():
        one, _, many = pair.partition("/")
        roles[one] = roles[many] = many
        singulars.add(one)
    for pair in _PEOPLES.split():
        one, _, many = pair.partition("/")
        roles[one] = roles[many] = "people"
        singulars.add(one)
    roles.update(dict.fromkeys(_FAMILY, "women"))
    roles.update(americans="people", indians="people")  # where "South", "West" before them names no one country
    roles.update(boys="boys", girls="girls")  # one alone is a child; several keep their own noun
    singulars.discard("lives")
    return roles, frozenset(singulars)


ROLES, SINGULAR = _read()
"""From a noun for people, lower case, to its role; the nouns among them that name one person."""

PEOPLES = frozenset(name for pair in _PEOPLES.split() for name in pair.split("/"))
"""Of the nouns for people, those that tell only of faith or tribe and may stand before another."""

MILITANT_WORDS = frozenset(
    "taliban militant rebel insurgent hamas hezbollah isis isil is islamist jihadist jihadi al-qaeda qaeda al-shabaab "
    "shabaab shebab al-shabab boko guerrilla terrorist suicide extremist separatist farc eta ansar taleban qaida "
    "al-qaida maoist gang cartel militia hizbollah hezbullah armed".split()
)
"""Before "members", "fighters" and the like they make attackers of them."""

SECURITY_WORDS = frozenset(
    "service security army military force forces nato isaf peacekeeping marine navy infantry "
    "paramilitary air troops coalition".split()
)

THINGS = frozenset(
    # time
    "second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade "
    "decades century centuries am pm a.m. p.m. a.m p.m time times o'clock season seasons generation generations gmt "
    "et est "
    "local-time yr yrs hr hrs min mins sec secs "
    # measure and money
    "percent per cent % point points degree degrees mile miles km kms kilometer kilometers kilometre kilometres meter "
    "meters metre metres foot feet inch inches cm mm yard yards acre acres hectare hectares square cubic ton tons "
    "tonne "
    "tonnes kg kilogram kilograms kilos gram grams pound pounds lb lbs litre litres liter liters gallon gallons barrel "
    "barrels mph kph knots kmph mw megawatts megawatt volts dollar dollars euro euros won yen rupee rupees cents yuan "
    "francs dinars pesos crore lakh knot kilometres-per-hour magnitude "
    # places, buildings, vehicles, arms
    "home homes house houses building buildings school schools hospital hospitals city cities town towns village "
    "villages "
    "state states country countries nation nations province provinces district districts county counties area areas "
    "region "
    "regions site sites location locations place places street streets road roads car cars bus buses truck trucks "
    "vehicle "
    "vehicles jeep jeeps van vans minibus minibuses lorry lorries pickup pickups ambulance ambulances taxi taxis "
    "tractor tractors motorcycle motorcycles motorbike motorbikes bicycle bicycles suv suvs coach coaches "
    "boat boats ship ships plane planes aircraft helicopter helicopters jet jets train trains tank tanks "
    "bomb bombs "
    "blast blasts explosion explosions explosive explosives attack attacks strike strikes airstrike airstrikes raid "
    "raids "
    "rocket rockets missile missiles shell shells mortar mortars gun guns rifle rifles shot shots bullet bullets round "
    "rounds drone drones weapon weapons grenade grenades station stations post posts base bases camp camps checkpoint "
    "checkpoints centre centres center centers shelter shelters church churches mosque mosques shop shops store stores "
    "hotel hotels restaurant restaurants bank banks embassy embassies convoy convoys flight flights airport airports "
    "tornado tornadoes storm storms hurricane hurricanes earthquake earthquakes quake quakes aftershock aftershocks "
    "flood "
    "floods fire fires landslide landslides wave waves incident incidents event events clash clashes crash crashes "
    "accident accidents protest protests rally rallies demonstration demonstrations march marches riot riots battle "
    "battles "
    "war wars operation operations campaign campaigns mission missions crane cranes tower towers bridge bridges "
    "door doors "
    "floor floors storey storeys story stories room rooms apartment apartments flat flats unit units block blocks "
    "tent tents "
    "dog dogs cat cats animal animals horse horses cow cows cattle sheep bird birds fish monkey monkeys elephant "
    "elephants whale whales pig pigs chicken chickens "
    # the abstract
    "count counts charge charges case cases report reports vote votes seat seats goal goals game games match matches "
    "set sets series level levels category stage stages phase phases step steps part parts side sides page pages "
    "item items "
    "issue issues question questions reason reasons way ways thing things type types kind kinds sort sorts group "
    "groups "
    "team teams company companies firm firms party parties organisation organisations organization organizations "
    "agency "
    "agencies unit government governments court courts law laws bill bills book books film films movie movies song "
    "songs "
    "video videos photo photos picture pictures article articles comment comments view views word words line lines "
    "name "
    "names number numbers version versions file files document documents letter letters statement statements call "
    "calls "
    "tweet tweets message messages job jobs family families household households couple couples pair pairs body-guard "
    "crime crimes murder-case trial trials visit visits trip trips tour tours episode episodes chapter chapters lot "
    "lots "
    "outage outages border borders tree trees crop crops dam dams river rivers island islands landing landings "
    "crisis situation drama taking siege standoff stand-off taker scene force department chief spokesman spokeswoman "
    "commissioner station-house headquarters academy lifeboat lifeboats vessel vessels tanker tankers trawler trawlers "
    "crossing crossings killing-spree spree rampage vest belt belts academy academies brigade brigades platoon "
    "platoons "
    "battalion battalions squad squads division divisions pillar pillars".split()
)
"""Nouns that are counted but are no people: a number before one of them is no figure."""
