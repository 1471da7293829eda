//! The use-cases, as the ports of `domain` are written down.

const PORTS: [&str; 17] = [
    include_str!("../../../../../app/domain/src/account/port.rs"),
    include_str!("../../../../../app/domain/src/asking/port.rs"),
    include_str!("../../../../../app/domain/src/console/port.rs"),
    include_str!("../../../../../app/domain/src/contact/port.rs"),
    include_str!("../../../../../app/domain/src/dns/port.rs"),
    include_str!("../../../../../app/domain/src/holdings.rs"),
    include_str!("../../../../../app/domain/src/invitation/port.rs"),
    include_str!("../../../../../app/domain/src/live/port.rs"),
    include_str!("../../../../../app/domain/src/notification/port.rs"),
    include_str!("../../../../../app/domain/src/operations/port.rs"),
    include_str!("../../../../../app/domain/src/outbound.rs"),
    include_str!("../../../../../app/domain/src/ownership/port.rs"),
    include_str!("../../../../../app/domain/src/person/port.rs"),
    include_str!("../../../../../app/domain/src/profile/port.rs"),
    include_str!("../../../../../app/domain/src/roles/port.rs"),
    include_str!("../../../../../app/domain/src/search.rs"),
    include_str!("../../../../../app/domain/src/ssh_key/port.rs"),
];

/// A method of a port.
pub struct Method {
    /// `Contacts::save` say.
    pub name: String,
    signature: &'static str,
}

impl Method {
    /// A command is called `change`.
    pub fn takes_a_command(&self) -> bool {
        self.signature.contains("change: ")
    }

    pub fn is_on_an_account(&self) -> bool {
        self.signature.contains("acting: Acting")
    }
}

pub fn methods() -> Vec<Method> {
    let mut methods = Vec::new();
    for port in PORTS.into_iter().flat_map(|file| file.split("pub trait ").skip(1)) {
        let (of, body) = port.split_once(':').expect("a trait has bounds");
        for method in body.split("\n}").next().expect("its methods").split("    async fn ").skip(1) {
            let signature = method.split(';').next().expect("a signature");
            let name = signature.split(['<', '(']).next().expect("a name");
            methods.push(Method { name: format!("{of}::{name}"), signature });
        }
    }
    methods
}
