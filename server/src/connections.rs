//! How many connections there are, in all and from each address.

use crate::settings::{ConnectionLimits, Network};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// Counts connections and admits no more than the limits allow.
#[derive(Debug)]
pub struct Connections {
    limits: ConnectionLimits,
    trusted: Vec<Network>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// A place among the connections, given back when it is dropped.
#[derive(Debug)]
pub struct Admission {
    connections: Arc<Connections>,
    counted: Option<IpAddr>,
}

impl Connections {
    /// None is open yet.
    pub fn new(limits: ConnectionLimits, trusted: Vec<Network>) -> Arc<Self> {
        Arc::new(Self { limits, trusted, open: Mutex::default() })
    }

    /// A place for one more from this address, if there is one.
    pub fn admit(self: &Arc<Self>, address: IpAddr) -> Option<Admission> {
        let address = address.to_canonical();
        let counted = (!self.trusted.iter().any(|network| network.contains(address))).then(|| group(address));
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.all >= self.limits.connections {
            return None;
        }
        if let Some(group) = counted {
            let count = open.by_address.entry(group).or_default();
            if *count >= self.limits.connections_per_address {
                return None;
            }
            *count += 1;
        }
        open.all += 1;
        Some(Admission { connections: Arc::clone(self), counted })
    }
}

impl Drop for Admission {
    fn drop(&mut self) {
        let mut open = self.connections.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all -= 1;
        if let Some(group) = self.counted
            && let Some(count) = open.by_address.get_mut(&group)
        {
            *count -= 1;
            if *count == 0 {
                open.by_address.remove(&group);
            }
        }
    }
}

/// One household has a whole /64 of IPv6 addresses.
fn group(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(all: usize, each: usize, trusted: &[&str]) -> Arc<Connections> {
        let limits = ConnectionLimits { connections: all, connections_per_address: each };
        Connections::new(limits, trusted.iter().map(|text| text.parse().expect("a network")).collect())
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn each_address_and_all_together_are_bounded() {
        let connections = connections(3, 2, &[]);
        let first = connections.admit(ip("1.1.1.1"));
        let second = connections.admit(ip("::ffff:1.1.1.1"));
        assert!(first.is_some() && second.is_some());
        assert!(connections.admit(ip("1.1.1.1")).is_none());
        let third = connections.admit(ip("2.2.2.2"));
        assert!(third.is_some() && connections.admit(ip("3.3.3.3")).is_none());
        drop(first);
        assert!(connections.admit(ip("3.3.3.3")).is_some());
    }

    #[test]
    fn a_network_of_ipv6_is_one_address_and_a_proxy_is_none() {
        let connections = connections(10, 1, &["127.0.0.1"]);
        let held = connections.admit(ip("2001:db8::1"));
        assert!(held.is_some() && connections.admit(ip("2001:db8::2")).is_none());
        assert!(connections.admit(ip("2001:db8:0:1::1")).is_some());
        let proxied: Vec<_> = (0..5).map(|_| connections.admit(ip("127.0.0.1"))).collect();
        assert!(proxied.iter().all(Option::is_some));
    }
}
