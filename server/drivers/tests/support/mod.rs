//! Real machines for tests: small libvirt domains that boot Debian's cloud kernel with busybox. A guest's disk says in its
//! first line what it does, `polite` or `deaf`, and which disk it is; the guest shows that line on its screen and writes it
//! to its serial port. A polite guest goes down when its power button is pressed; a deaf one ignores it.
//!
//! It only needs std and the programs of libvirt, so that tests of other crates can include it by its path.
//! `need_libvirt` of xtask/toolchain.sh prepares what it uses.

mod cpio;

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The hypervisor of the tests.
pub const URI: &str = "qemu:///system";

/// What names of the tests' domains begin with. The process that made them comes next.
const FAMILY: &str = "portico-test-";

/// Megabytes of a guest. In 64 the kernel has no room to unpack itself.
const MEMORY: u32 = 96;

/// What a guest runs first.
const INIT: &str = include_str!("init.sh");

/// Modules of the kernel that a guest takes along, in an order in which they can be loaded.
const MODULES: [&str; 10] = [
    "virtio_ring",
    "virtio",
    "virtio_pci_legacy_dev",
    "virtio_pci_modern_dev",
    "virtio_pci",
    "virtio_blk",
    "cdrom",
    "isofs",
    "evdev",
    "button",
];

/// The domains of a test and their folder. All is removed at the end; what a killed test left, at the beginning of the
/// next.
pub struct Guests {
    /// A folder of the test's own that the hypervisor can read.
    pub folder: PathBuf,
    /// What names of its domains begin with.
    pub prefix: String,
}

impl Guests {
    /// For a test of this name, which no other test of the process has.
    ///
    /// # Panics
    /// When libvirt is not there or does not answer: `make test` prepares it.
    pub fn new(test: &str) -> Self {
        remove_left_over();
        let prefix = format!("{FAMILY}{}-{test}-", std::process::id());
        let folder = env::temp_dir().join(prefix.trim_end_matches('-'));
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        let guests = Self { folder, prefix };
        let parts = env::var_os("PORTICO_GUEST_PARTS").expect("PORTICO_GUEST_PARTS names what need_libvirt prepared");
        fs::copy(Path::new(&parts).join("vmlinuz"), guests.folder.join("vmlinuz")).unwrap();
        fs::write(guests.folder.join("initrd"), initrd(Path::new(&parts))).unwrap();
        guests
    }

    /// Defines a machine with this disk, and with a disk for keys where there is one. Hands back what it is called.
    pub fn define(&self, name: &str, disk: &Path, seed: Option<&Path>) -> String {
        let format = if disk.extension().is_some_and(|extension| extension == "qcow2") { "qcow2" } else { "raw" };
        let handle = format!("{}{name}", self.prefix);
        let seed = seed.map_or_else(String::new, |seed| {
            format!(
                "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{}'/>\
                 <target dev='vdb' bus='virtio'/><readonly/></disk>",
                seed.display()
            )
        });
        let xml = format!(
            "<domain type='qemu'><name>{handle}</name><memory unit='MiB'>{MEMORY}</memory><vcpu>1</vcpu>\
             <os><type arch='x86_64' machine='pc'>hvm</type><kernel>{folder}/vmlinuz</kernel>\
             <initrd>{folder}/initrd</initrd><cmdline>console=ttyS0 console=tty0 quiet panic=-1</cmdline></os>\
             <features><acpi/></features><on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot>\
             <on_crash>destroy</on_crash><devices>\
             <disk type='file' device='disk'><driver name='qemu' type='{format}'/><source file='{disk}'/>\
             <target dev='vda' bus='virtio'/></disk>{seed}\
             <serial type='file'><source path='{log}' append='on'/></serial>\
             <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>\
             <video><model type='vga' vram='4096'/></video><memballoon model='none'/>\
             <controller type='usb' model='none'/></devices></domain>",
            folder = self.folder.display(),
            disk = disk.display(),
            log = self.log(&handle).display(),
        );
        let file = self.folder.join(format!("{name}.xml"));
        fs::write(&file, xml).unwrap();
        virsh(&["define", file.to_str().unwrap()]);
        handle
    }

    /// Waits until a guest has said something on its serial port, so many times since it was defined.
    ///
    /// # Panics
    /// When it does not in a minute.
    pub fn wait_until_said(&self, handle: &str, words: &str, times: usize) {
        let until = Instant::now() + Duration::from_mins(1);
        while self.said(handle).matches(words).count() < times {
            assert!(Instant::now() < until, "{handle} did not say {words:?}: {}", self.said(handle));
            sleep(Duration::from_millis(100));
        }
    }

    /// All that a guest has said on its serial port.
    pub fn said(&self, handle: &str) -> String {
        fs::read(self.log(handle)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn log(&self, handle: &str) -> PathBuf {
        self.folder.join(format!("{handle}.log"))
    }
}

impl Drop for Guests {
    fn drop(&mut self) {
        remove_domains(&self.prefix);
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// What a disk holds whose guest is told `word`: `polite one` say.
pub fn disk(word: &str, bytes: usize) -> Vec<u8> {
    let mut disk = format!("{word}\n").into_bytes();
    disk.resize(bytes, 0);
    disk
}

/// What libvirt's own program answers.
///
/// # Panics
/// When it fails.
pub fn virsh(arguments: &[&str]) -> String {
    let output = try_virsh(arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "virsh {arguments:?}: {error}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn try_virsh(arguments: &[&str]) -> Output {
    // A daemon that hangs fails the test.
    let mut command = Command::new("timeout");
    command.args(["60", "virsh", "--quiet", "--connect", URI]).args(arguments).env("LC_ALL", "C");
    command.output().expect("virsh is installed: make test does that")
}

/// Removes what tests left whose process has ended.
fn remove_left_over() {
    for name in virsh(&["list", "--all", "--name"]).lines().filter(|name| is_left_over(name)) {
        remove_domains(name);
    }
    for entry in fs::read_dir(env::temp_dir()).unwrap().flatten() {
        if entry.file_name().to_str().is_some_and(is_left_over) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Whether the process that made a domain or a folder of this name has ended.
fn is_left_over(name: &str) -> bool {
    let process = name.strip_prefix(FAMILY).and_then(|rest| rest.split('-').next());
    process.is_some_and(|process| process.parse::<u32>().is_ok() && !Path::new("/proc").join(process).exists())
}

fn remove_domains(prefix: &str) {
    let listed = try_virsh(&["list", "--all", "--name"]);
    for name in String::from_utf8_lossy(&listed.stdout).lines().filter(|name| name.starts_with(prefix)) {
        // Where it does not run there is nothing to destroy.
        try_virsh(&["destroy", name]);
        try_virsh(&["undefine", "--managed-save", "--snapshots-metadata", name]);
    }
}

/// A guest's first files: busybox, the modules, and what it runs.
fn initrd(parts: &Path) -> Vec<u8> {
    let part = |name: &str| fs::read(parts.join(name)).unwrap();
    let mut archive = cpio::Archive::default();
    for folder in ["bin", "dev", "proc", "sys", "seed", "modules"] {
        archive.folder(folder);
    }
    archive.file("init", INIT.as_bytes());
    archive.file("bin/busybox", &part("busybox"));
    for module in MODULES {
        let file = format!("{module}.ko");
        archive.file(&format!("modules/{file}"), &part(&file));
    }
    archive.end()
}
