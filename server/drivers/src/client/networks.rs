//! Which addresses a driver may connect to. A name leads to whatever its zone says, so what it leads to is looked at, and
//! that very address is connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Which networks a driver may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Networks {
    /// The Internet alone.
    Public,
    /// Private networks and this machine too.
    Private,
    /// This machine alone: the address in the settings names it.
    Loopback,
}

impl Networks {
    /// Whether an address may be connected to.
    pub fn allow(self, address: IpAddr) -> bool {
        let place = place(address);
        match self {
            Self::Public => place == Place::Public,
            Self::Private => place != Place::Never,
            Self::Loopback => place == Place::Loopback,
        }
    }
}

/// Where an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Public,
    Private,
    Loopback,
    /// No server of anybody's automation: this network, link-local (with the metadata of cloud machines), multicast.
    Never,
}

fn place(address: IpAddr) -> Place {
    match address.to_canonical() {
        IpAddr::V4(address) => place_v4(address),
        IpAddr::V6(address) => place_v6(address),
    }
}

fn place_v4(address: Ipv4Addr) -> Place {
    let [a, b, c, _] = address.octets();
    match (a, b, c) {
        (127, ..) => Place::Loopback,
        (0 | 224..=239, ..) | (169, 254, _) => Place::Never,
        _ if address.is_broadcast() => Place::Never,
        // Private, shared by carriers, of protocols, for documents and measurements, and not yet given out.
        (10 | 240..=255, ..)
        | (172, 16..=31, _)
        | (192, 168, _)
        | (100, 64..=127, _)
        | (192, 0, 0 | 2)
        | (198, 18 | 19, _)
        | (198, 51, 100)
        | (203, 0, 113) => Place::Private,
        _ => Place::Public,
    }
}

fn place_v6(address: Ipv6Addr) -> Place {
    let segments = address.segments();
    let [.., high, low] = segments;
    let within = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        place_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        [0, 0, 0, 0, 0, 0, 0, 1] => Place::Loopback,
        [0, 0, 0, 0, 0, 0, ..] | [0xfe80..=0xfebf | 0xff00..=0xffff, ..] => Place::Never,
        // What leads to an address of the old kind is where that one is.
        [0x64, 0xff9b, 0, 0, 0, 0, ..] => within(high, low),
        [0x2002, high, low, ..] => within(high, low),
        // Tunnels, and addresses for documents and measurements.
        [0x2001, 0..=0x1ff | 0xdb8, ..] => Place::Private,
        [0x2000..=0x3ffe, ..] => Place::Public,
        _ => Place::Private,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_reaches_what_its_settings_allow_and_never_what_is_nobody_s_server() {
        for (address, allowed) in [
            ("93.184.215.14", [true, true, false]),
            ("2a00:1450:4001:80b::200e", [true, true, false]),
            ("64:ff9b::5db8:d70e", [true, true, false]),
            ("2002:5db8:d70e::1", [true, true, false]),
            ("10.0.0.1", [false, true, false]),
            ("172.31.255.255", [false, true, false]),
            ("192.168.1.1", [false, true, false]),
            ("100.64.0.1", [false, true, false]),
            ("198.18.0.1", [false, true, false]),
            ("240.0.0.1", [false, true, false]),
            ("fd00::1", [false, true, false]),
            ("2001:db8::1", [false, true, false]),
            ("::ffff:10.0.0.1", [false, true, false]),
            ("64:ff9b::a00:1", [false, true, false]),
            ("2002:a00:1::1", [false, true, false]),
            ("127.0.0.1", [false, true, true]),
            ("127.8.8.8", [false, true, true]),
            ("::1", [false, true, true]),
            ("::ffff:127.0.0.1", [false, true, true]),
            ("0.0.0.0", [false; 3]),
            ("169.254.169.254", [false; 3]),
            ("::ffff:169.254.169.254", [false; 3]),
            ("64:ff9b::a9fe:a9fe", [false; 3]),
            ("224.0.0.1", [false; 3]),
            ("255.255.255.255", [false; 3]),
            ("::", [false; 3]),
            ("::7f00:1", [false; 3]),
            ("fe80::1", [false; 3]),
            ("ff02::1", [false; 3]),
        ] {
            let of = |networks: Networks| networks.allow(address.parse().expect("an address"));
            assert_eq!([Networks::Public, Networks::Private, Networks::Loopback].map(of), allowed, "{address}");
        }
    }
}
