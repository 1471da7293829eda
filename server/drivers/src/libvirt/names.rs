//! Names that come from elsewhere and become a part of a path, a command or a description.

/// Whether a name is one part of a path and no option: letters, digits, dots, hyphens and underscores, at most 100, the
/// first of them a letter or digit.
pub(super) fn is_plain(name: &str) -> bool {
    name.len() <= 100
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
}

/// What people call an image, from the name of its file: `Debian 12` for `debian-12.qcow2`.
pub(super) fn spoken(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace(['-', '_'], " ");
    let mut letters = stem.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_no_option() {
        for name in ["web-01", "debian-12.qcow2", "A_1"] {
            assert!(is_plain(name), "{name}");
        }
        for name in ["", ".", "..", "../etc", "a/b", "-o", ".hidden", "a b", "a\0", "ä", "a'b", &"a".repeat(101)] {
            assert!(!is_plain(name), "{name}");
        }
    }

    #[test]
    fn an_image_has_a_name_for_people() {
        assert_eq!(spoken("debian-12.qcow2"), "Debian 12");
        assert_eq!(spoken("alpine_3.20.raw"), "Alpine 3.20");
    }
}
