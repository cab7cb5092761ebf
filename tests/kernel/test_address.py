"""From where somebody asks, as it is counted: one connection, not one of its addresses."""

from zukunftsparlament.kernel.streams import address_of


def asked_from(address: str) -> str:
    return address_of({"headers": [], "client": (address, 1)})


def test_one_ipv6_connection_counts_as_one() -> None:
    assert asked_from("2001:db8:1:2:aaaa::1") == asked_from("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert asked_from("2001:db8:1:3::1") != asked_from("2001:db8:1:2::1")


def test_ipv4_and_everything_else_counts_as_it_is() -> None:
    assert asked_from("192.0.2.7") == asked_from("::ffff:192.0.2.7") == "192.0.2.7"
    assert asked_from("testclient") == "testclient" and address_of({"headers": []}) == ""
