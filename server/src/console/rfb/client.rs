//! What a viewer sends: messages that pass, messages that only who may type gets through, and all others.
//!
//! INVARIANT: every byte to the machine is part of a message that is known here. A message that is not known has no known
//! length either, so whoever sends one is closed. Extensions of the protocol whose messages are not known here are never
//! agreed on: [`SetEncodings`](ENCODINGS) asks for those of a list alone.

use domain::console::ConsoleMode;

/// The most encodings that a viewer may ask for.
const ENCODINGS_MAX: usize = 128;
/// The longest text that a viewer may put on the machine's clipboard, in bytes.
const CUT_TEXT_MAX: usize = 64 * 1024;
/// The most screens that a viewer may ask for.
const SCREENS_MAX: usize = 16;
/// The longest content of a fence.
const FENCE_MAX: usize = 64;

/// Physical keys: messages of type 255, from whoever may type.
const QEMU_KEYS: i32 = -258;

/// What the machine may use, in the order of their numbers: pictures, the pointer's shape, sizes, the state of lock keys,
/// names, fences and pictures without being asked. Not among them are more buttons of the mouse, the long clipboard and the
/// power button (XVP): their messages are not let through.
const ENCODINGS: [i32; 21] =
    [-313, -312, -308, -307, -261, -260, QEMU_KEYS, -239, -224, -223, 0, 1, 2, 5, 6, 7, 15, 16, 21, 50, 0x574d_5664];
/// How hard pictures are compressed, and how good they are.
const COMPRESSION: [std::ops::RangeInclusive<i32>; 2] = [-256..=-247, -32..=-23];

/// Why nothing more is taken from a viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A message that is not known.
    Unknown(u8),
    /// A message that is longer than any that is meant.
    TooLong,
}

/// What a message is to whoever may only look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is about the picture.
    Picture,
    /// The encodings that the viewer knows.
    Encodings,
    /// It does something on the machine: a key, the pointer, the clipboard, the size of the screen.
    Input,
}

/// A message by its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    kind: Kind,
    length: usize,
}

/// Takes what a viewer sends, in pieces of any size, and lets through what may pass.
#[derive(Debug)]
pub struct Filter {
    mode: ConsoleMode,
    /// The beginning of a message whose rest is still to come.
    held: Vec<u8>,
}

impl Filter {
    /// Nothing was sent yet.
    pub const fn new(mode: ConsoleMode) -> Self {
        Self { mode, held: Vec::new() }
    }

    /// Takes a piece; what may pass is put behind `passed`. Whether there was a message that does something on the machine.
    ///
    /// # Errors
    /// Why nothing more is taken. What came before it has passed.
    pub fn take(&mut self, piece: &[u8], passed: &mut Vec<u8>) -> Result<bool, Refused> {
        self.held.extend_from_slice(piece);
        let (mut at, mut typed) = (0, false);
        let outcome = loop {
            let rest = &self.held[at..];
            match shape(rest) {
                Err(refused) => break Err(refused),
                Ok(Some(Shape { kind, length })) if rest.len() >= length => {
                    let message = &rest[..length];
                    match (kind, self.mode) {
                        (Kind::Picture, _) => passed.extend_from_slice(message),
                        (Kind::Encodings, mode) => set_encodings(message, mode, passed),
                        (Kind::Input, ConsoleMode::Control) => {
                            typed = true;
                            passed.extend_from_slice(message);
                        }
                        (Kind::Input, ConsoleMode::View) => {}
                    }
                    at += length;
                }
                Ok(_) => break Ok(typed),
            }
        };
        self.held.drain(..at);
        outcome
    }
}

/// What a message is, once enough of it is there to tell.
fn shape(bytes: &[u8]) -> Result<Option<Shape>, Refused> {
    let Some(&first) = bytes.first() else { return Ok(None) };
    let fixed = |kind, length| Ok(Some(Shape { kind, length }));
    match first {
        // SetPixelFormat, FramebufferUpdateRequest, EnableContinuousUpdates.
        0 => fixed(Kind::Picture, 20),
        3 | 150 => fixed(Kind::Picture, 10),
        // SetEncodings.
        2 => counted(Kind::Encodings, number(bytes, 2, 2), ENCODINGS_MAX, (4, 4)),
        // KeyEvent, PointerEvent.
        4 => fixed(Kind::Input, 8),
        5 => fixed(Kind::Input, 6),
        // ClientCutText. The length of the long clipboard is negative: far too long.
        6 => counted(Kind::Input, number(bytes, 4, 4), CUT_TEXT_MAX, (8, 1)),
        // ClientFence.
        248 => counted(Kind::Picture, number(bytes, 8, 1), FENCE_MAX, (9, 1)),
        // SetDesktopSize.
        251 => counted(Kind::Input, number(bytes, 6, 1), SCREENS_MAX, (8, 16)),
        // Messages of QEMU's: the extended key event is the first.
        255 => match bytes.get(1) {
            None => Ok(None),
            Some(0) => fixed(Kind::Input, 12),
            Some(_) => Err(Refused::Unknown(first)),
        },
        _ => Err(Refused::Unknown(first)),
    }
}

/// A message of `head` bytes and `count` times `each`.
fn counted(
    kind: Kind,
    count: Option<usize>,
    most: usize,
    (head, each): (usize, usize),
) -> Result<Option<Shape>, Refused> {
    match count {
        None => Ok(None),
        Some(count) if count > most => Err(Refused::TooLong),
        Some(count) => Ok(Some(Shape { kind, length: head + count * each })),
    }
}

/// The number that stands at a place, where it is there.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().fold(0, |number, byte| (number << 8) | usize::from(*byte)))
}

/// `SetEncodings` with those of the list alone.
fn set_encodings(message: &[u8], mode: ConsoleMode, passed: &mut Vec<u8>) {
    let known = |bytes: &&[u8]| {
        let encoding = i32::from_be_bytes((*bytes).try_into().unwrap_or_default());
        let may_pass = ENCODINGS.contains(&encoding) || COMPRESSION.iter().any(|range| range.contains(&encoding));
        may_pass && (mode == ConsoleMode::Control || encoding != QEMU_KEYS)
    };
    let encodings: Vec<&[u8]> = message[4..].chunks_exact(4).filter(known).collect();
    let count = u16::try_from(encodings.len()).unwrap_or_default();
    passed.extend_from_slice(&[2, 0]);
    passed.extend_from_slice(&count.to_be_bytes());
    passed.extend(encodings.into_iter().flatten());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// What passes of these pieces, and how it ends.
    fn taken(mode: ConsoleMode, pieces: &[&[u8]]) -> (Vec<u8>, Result<bool, Refused>) {
        let (mut filter, mut passed, mut typed) = (Filter::new(mode), Vec::new(), false);
        for piece in pieces {
            match filter.take(piece, &mut passed) {
                Ok(input) => typed |= input,
                Err(refused) => return (passed, Err(refused)),
            }
        }
        (passed, Ok(typed))
    }

    fn encodings(each: &[i32]) -> Vec<u8> {
        let count = u16::try_from(each.len()).expect("few");
        let mut message = vec![2, 0];
        message.extend(count.to_be_bytes());
        message.extend(each.iter().flat_map(|encoding| encoding.to_be_bytes()));
        message
    }

    fn cut_text(length: i32, text: &[u8]) -> Vec<u8> {
        let mut message = vec![6, 0, 0, 0];
        message.extend(length.to_be_bytes());
        message.extend(text);
        message
    }

    const KEY: [u8; 8] = [4, 1, 0, 0, 0, 0, 0, b'a'];
    const POINTER: [u8; 6] = [5, 1, 0, 9, 0, 9];
    const QEMU_KEY: [u8; 12] = [255, 0, 0, 1, 0, 0, 0, b'a', 0, 0, 0, 30];
    const UPDATE: [u8; 10] = [3, 1, 0, 0, 0, 0, 4, 0, 3, 0];

    fn inputs() -> Vec<Vec<u8>> {
        let mut size = vec![251, 0, 4, 0, 3, 0, 1, 0];
        size.extend([0; 16]);
        vec![KEY.to_vec(), POINTER.to_vec(), QEMU_KEY.to_vec(), cut_text(3, b"abc"), size]
    }

    #[test]
    fn who_may_only_look_types_nothing() {
        for input in inputs() {
            let sent = [&UPDATE[..], &input, &UPDATE].concat();
            assert_eq!(taken(ConsoleMode::View, &[&sent]), ([UPDATE, UPDATE].concat(), Ok(false)), "{input:?}");
            assert_eq!(taken(ConsoleMode::Control, &[&sent]), (sent.clone(), Ok(true)), "{input:?}");
        }
    }

    #[test]
    fn what_is_not_known_or_too_long_is_the_last_that_is_taken() {
        // More buttons, QEMU's sound, the power button, and what is no message at all.
        for (bytes, refused) in [
            (vec![250, 0, 1, 2], Refused::Unknown(250)),
            (vec![255, 1, 0, 0], Refused::Unknown(255)),
            (vec![1], Refused::Unknown(1)),
            (vec![7], Refused::Unknown(7)),
            (cut_text(-8, b""), Refused::TooLong),
            (cut_text(i32::MAX, b""), Refused::TooLong),
            (vec![2, 0, 0xff, 0xff], Refused::TooLong),
            (vec![251, 0, 0, 0, 0, 0, 255, 0], Refused::TooLong),
            (vec![248, 0, 0, 0, 0, 0, 0, 0, 65], Refused::TooLong),
        ] {
            for mode in [ConsoleMode::View, ConsoleMode::Control] {
                let sent = [&UPDATE[..], &bytes].concat();
                assert_eq!(taken(mode, &[&sent]), (UPDATE.to_vec(), Err(refused)), "{bytes:?}");
            }
        }
    }

    #[test]
    fn only_known_extensions_are_asked_for() {
        let asked = encodings(&[7, -316, i32::from_be_bytes([0xc0, 0xa1, 0xe5, 0xce]), -309, QEMU_KEYS, -26, -254, 0]);
        let (passed, _) = taken(ConsoleMode::Control, &[&asked]);
        assert_eq!(passed, encodings(&[7, QEMU_KEYS, -26, -254, 0]));
        let (passed, _) = taken(ConsoleMode::View, &[&asked]);
        assert_eq!(passed, encodings(&[7, -26, -254, 0]));
    }

    /// A message of any kind, or anything at all.
    fn message() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            4 => prop::sample::select(inputs()),
            2 => Just(UPDATE.to_vec()),
            1 => vec(any::<i32>(), 0..20).prop_map(|each| encodings(&each)),
            1 => vec(any::<u8>(), 0..300).prop_map(|text| cut_text(i32::try_from(text.len()).expect("short"), &text)),
            1 => (Just(vec![248_u8, 0, 0, 0, 0, 0, 0, 0]), 0_u8..64, any::<u8>()).prop_map(|(mut head, length, byte)| {
                head.push(length);
                head.extend(std::iter::repeat_n(byte, usize::from(length)));
                head
            }),
            1 => vec(any::<u8>(), 0..40),
        ]
    }

    proptest! {
        #[test]
        fn it_makes_no_difference_how_the_bytes_are_split(
            messages in vec(message(), 0..20),
            cuts in vec(any::<prop::sample::Index>(), 0..10),
            control in any::<bool>(),
        ) {
            let mode = if control { ConsoleMode::Control } else { ConsoleMode::View };
            let sent = messages.concat();
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(sent.len() + 1)).chain([0, sent.len()]).collect();
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|ends| &sent[ends[0]..ends[1]]).collect();
            prop_assert_eq!(taken(mode, &pieces), taken(mode, &[&sent]));
        }

        #[test]
        fn of_any_bytes_no_input_passes_to_who_may_only_look(sent in vec(any::<u8>(), 0..4_000)) {
            let (passed, outcome) = taken(ConsoleMode::View, &[&sent]);
            prop_assert!(outcome != Ok(true));
            // Whoever may only look would get all of it through again: there is no input in it.
            prop_assert_eq!(taken(ConsoleMode::View, &[&passed]).0, passed.clone());
            prop_assert_eq!(taken(ConsoleMode::Control, &[&passed]), (passed, Ok(false)));
        }

        #[test]
        fn little_is_held_of_a_message_that_is_to_come(messages in vec(message(), 0..20)) {
            let mut filter = Filter::new(ConsoleMode::Control);
            for piece in messages.concat().chunks(7) {
                if filter.take(piece, &mut Vec::new()).is_err() {
                    break;
                }
                prop_assert!(filter.held.len() <= CUT_TEXT_MAX + 8);
            }
        }
    }
}
