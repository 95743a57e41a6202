"""Which machines may be asked: none of this network's own, whatever name or spelling leads there."""

import ipaddress
import socket

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")


class NoDoor(OSError):
    """The machine may not be asked, or there is none; the message says which."""


def address_of(host: str, port: int, private_addresses: bool) -> str:
    """An address of the host, looked up now: whoever connects must connect to this one and to no other, for a name may
    answer otherwise a second time. Raises NoDoor."""
    try:
        # Decimal and octal spellings (2130706433, 0177.1) are resolved here too, to what they stand for.
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoDoor(f"no machine of the name {host} was found; check the address and the network") from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not private_addresses and not all(map(is_public, addresses)):
        raise NoDoor("an address inside this network; --allow-private reads it all the same")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether the address belongs to the internet at large, and so does whatever address it carries inside it."""
    known = ipaddress.ip_address(address)
    own = not known.is_global or known.is_multicast or known.is_reserved or known.is_unspecified
    if own and known not in _NAT64:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        carried = [known.ipv4_mapped, known.sixtofour, *(known.teredo or ())]
        if known in _NAT64 or known in _COMPATIBLE:
            carried.append(ipaddress.IPv4Address(int(known) & 0xFFFFFFFF))
        return all(is_public(str(inner)) for inner in carried if inner is not None)
    return True
