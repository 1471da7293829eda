//! The disk that hands keys over to a fresh machine: what cloud-init calls a `NoCloud` seed, an ISO 9660 image named
//! `cidata` with the files `user-data` and `meta-data`.

/// The size of a sector of ISO 9660.
const SECTOR: usize = 2048;

const VOLUME: usize = 16;
const TERMINATOR: usize = 17;
const PATHS_LITTLE: usize = 18;
const PATHS_BIG: usize = 19;
const ROOT: usize = 20;
const FILES: usize = 21;

/// The image: `instance` is new for each fresh disk, so that cloud-init begins anew.
pub(super) fn image(instance: &str, host: &str, keys: &[String]) -> Vec<u8> {
    // JSON is YAML, and quotes whatever a key's comment has.
    let meta = serde_json::json!({ "instance-id": instance, "local-hostname": host });
    let user = serde_json::json!({ "ssh_authorized_keys": keys });
    iso(&[("META-DATA", format!("{meta}\n")), ("USER-DATA", format!("#cloud-config\n{user}\n"))])
}

/// An ISO 9660 image with these files, in the order of their names. Linux shows the names in lower case.
fn iso(files: &[(&str, String)]) -> Vec<u8> {
    let mut root = [directory("\0", ROOT, SECTOR, true), directory("\u{1}", ROOT, SECTOR, true)].concat();
    let mut contents = Vec::new();
    for (name, content) in files {
        let at = FILES + contents.len() / SECTOR;
        root.extend(directory(&format!("{name};1"), at, content.len(), false));
        contents.extend(content.as_bytes());
        contents.resize(contents.len().next_multiple_of(SECTOR), 0);
    }
    let sectors = FILES + contents.len() / SECTOR;
    let mut image = vec![0; FILES * SECTOR];
    let mut put = |sector: usize, offset: usize, bytes: &[u8]| {
        let at = sector * SECTOR + offset;
        if let Some(place) = image.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    };
    put(VOLUME, 0, b"\x01CD001\x01");
    put(VOLUME, 8, &[b' '; 32]);
    put(VOLUME, 40, format!("{:32}", "cidata").as_bytes());
    put(VOLUME, 80, &both(sectors));
    put(VOLUME, 120, &[1, 0, 0, 1, 1, 0, 0, 1]);
    put(VOLUME, 128, &[0, 8, 8, 0]);
    put(VOLUME, 132, &both(10));
    put(VOLUME, 140, &little(PATHS_LITTLE));
    put(VOLUME, 148, &big(PATHS_BIG));
    put(VOLUME, 156, &directory("\0", ROOT, SECTOR, true));
    put(VOLUME, 190, &[b' '; 623]);
    for offset in [813, 830, 847, 864] {
        // No date. Its last byte is the zone, 0.
        put(VOLUME, offset, &[b'0'; 16]);
    }
    put(VOLUME, 881, &[1]);
    put(TERMINATOR, 0, b"\xffCD001\x01");
    put(PATHS_LITTLE, 0, &[&[1, 0][..], &little(ROOT), &[1, 0, 0, 0]].concat());
    put(PATHS_BIG, 0, &[&[1, 0][..], &big(ROOT), &[0, 1, 0, 0]].concat());
    put(ROOT, 0, &root);
    image.extend(contents);
    image
}

/// An entry of a directory.
fn directory(name: &str, sector: usize, size: usize, is_folder: bool) -> Vec<u8> {
    let length = (33 + name.len()).next_multiple_of(2);
    let mut entry = vec![short(length), 0];
    entry.extend(both(sector));
    entry.extend(both(size));
    // 1 January 2000.
    entry.extend([100, 1, 1, 0, 0, 0, 0]);
    entry.extend([if is_folder { 2 } else { 0 }, 0, 0, 1, 0, 0, 1, short(name.len())]);
    entry.extend(name.as_bytes());
    entry.resize(length, 0);
    entry
}

fn short(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn little(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn big(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

/// A number as ISO 9660 has it: the least byte first, and once more the other way round.
fn both(number: usize) -> Vec<u8> {
    [little(number), big(number)].concat()
}
