//! What the driver reads of a domain's description: its disk, its display, its interfaces.

use super::names;
use domain::text::Secret;
use roxmltree::{Document, Node};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

/// How a disk's file is laid out. It is never guessed from the content: whoever writes a raw disk decides what stands at
/// its beginning, and could make it look like a disk that shows files of the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Raw,
    Qcow2,
}

impl Format {
    /// What qemu calls it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Qcow2 => "qcow2",
        }
    }

    /// The format of an image, by the end of its name.
    pub(super) fn of_file(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1 {
            "raw" | "img" => Some(Self::Raw),
            "qcow2" => Some(Self::Qcow2),
            _ => None,
        }
    }
}

/// The disk that a machine starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Disk {
    pub(super) path: PathBuf,
    pub(super) format: Format,
    /// What the machine calls it: `vda`.
    pub(super) target: String,
}

/// Where a machine's display is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Display {
    pub(super) host: IpAddr,
    /// None while the machine is off.
    pub(super) port: Option<u16>,
    pub(super) password: Option<Secret>,
}

/// A domain, as far as the driver needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// Its first disk, where that is a file of a known format.
    pub(super) disk: Option<Disk>,
    /// Whether it has the disk that hands over keys.
    pub(super) seeded: bool,
    /// Its VNC display, where that has an address.
    pub(super) display: Option<Display>,
    /// Its network interfaces, as the host calls them.
    pub(super) interfaces: Vec<String>,
}

impl Description {
    /// Reads libvirt's XML; `seed` is the file of the disk with keys.
    pub(super) fn read(xml: &str, seed: &Path) -> Result<Self, String> {
        let document = Document::parse(xml).map_err(|error| error.to_string())?;
        let devices = child(document.root_element(), "devices").ok_or("no devices")?;
        let first = devices
            .children()
            .filter(|node| node.has_tag_name("disk") && matches!(node.attribute("device"), None | Some("disk")))
            .find(|node| file_of(*node) != seed.to_str());
        Ok(Self {
            disk: first.and_then(disk),
            seeded: devices.children().any(|node| node.has_tag_name("disk") && file_of(node) == seed.to_str()),
            display: devices
                .children()
                .find(|node| node.has_tag_name("graphics") && node.attribute("type") == Some("vnc"))
                .and_then(display),
            interfaces: devices.children().filter(|node| node.has_tag_name("interface")).filter_map(target).collect(),
        })
    }
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}

fn file_of<'a>(disk: Node<'a, '_>) -> Option<&'a str> {
    child(disk, "source")?.attribute("file")
}

fn target(device: Node<'_, '_>) -> Option<String> {
    child(device, "target")?.attribute("dev").map(str::to_owned)
}

fn disk(node: Node<'_, '_>) -> Option<Disk> {
    let format = match child(node, "driver").and_then(|driver| driver.attribute("type")) {
        None | Some("raw") => Format::Raw,
        Some("qcow2") => Format::Qcow2,
        Some(_) => return None,
    };
    let target = target(node).filter(|target| names::is_plain(target))?;
    Some(Disk { path: PathBuf::from(file_of(node)?), format, target })
}

fn display(node: Node<'_, '_>) -> Option<Display> {
    let listen = child(node, "listen");
    if listen.and_then(|listen| listen.attribute("type")).is_some_and(|kind| kind == "socket" || kind == "none") {
        return None;
    }
    let host = node.attribute("listen").or_else(|| listen?.attribute("address")).unwrap_or("127.0.0.1");
    let host = match host.parse().ok()? {
        // It listens everywhere: here too.
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        host @ (IpAddr::V4(_) | IpAddr::V6(_)) => host,
    };
    Some(Display {
        host,
        port: node.attribute("port").and_then(|port| port.parse().ok()).filter(|port| *port > 0),
        password: node.attribute("passwd").map(|password| Secret::new(password.to_owned())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOMAIN: &str = "<domain type='qemu' id='1'><name>vm-1</name><devices>
        <disk type='file' device='cdrom'><source file='/a/d/vm-1.seed.iso'/><target dev='sda'/></disk>
        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a/d/vm-1.qcow2'/><target dev='vda' bus='virtio'/></disk>
        <disk type='block' device='disk'><source dev='/dev/sdx'/><target dev='vdb'/></disk>
        <interface type='network'><target dev='vnet0'/></interface>
        <graphics type='vnc' port='5901' autoport='yes' listen='127.0.0.1' passwd='secret'><listen type='address' address='127.0.0.1'/></graphics>
        </devices></domain>";

    #[test]
    fn a_domain_is_read() {
        let read = Description::read(DOMAIN, Path::new("/a/d/vm-1.seed.iso")).unwrap();
        let disk = Disk { path: "/a/d/vm-1.qcow2".into(), format: Format::Qcow2, target: "vda".to_owned() };
        assert_eq!(read.disk, Some(disk));
        assert!(read.seeded);
        let display = read.display.unwrap();
        assert_eq!((display.host, display.port), (IpAddr::V4(Ipv4Addr::LOCALHOST), Some(5901)));
        assert_eq!(display.password, Some(Secret::new("secret".to_owned())));
        assert_eq!(read.interfaces, ["vnet0"]);
    }

    #[test]
    fn what_is_unclear_is_no_disk_and_no_display() {
        let read = |devices: &str| {
            Description::read(&format!("<domain><devices>{devices}</devices></domain>"), Path::new("/s")).unwrap()
        };
        for devices in [
            "<disk type='block'><source dev='/dev/sda'/><target dev='vda'/></disk>",
            "<disk type='file'><driver type='vmdk'/><source file='/d/x'/><target dev='vda'/></disk>",
            "<disk type='file'><source file='/d/x'/><target dev=\"vda' y='\"/></disk>",
        ] {
            assert_eq!(read(devices).disk, None, "{devices}");
        }
        assert_eq!(read("<graphics type='spice' port='1'/>").display, None);
        assert_eq!(read("<graphics type='vnc'><listen type='socket' socket='/x'/></graphics>").display, None);
        assert_eq!(read("<graphics type='vnc' port='-1' listen='0.0.0.0'/>").display.unwrap().port, None);
        assert!(Description::read("<domain>", Path::new("/s")).is_err());
    }
}
