//! Colours, and shades of them that can be read: contrast as WCAG 2.2 measures it.
//!
//! A provider chooses one colour. What text, lines and buttons make of it is worked out here, in the light and in the
//! dark, so that no colour makes a page that can't be read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The contrast that text needs with what it stands on (WCAG 1.4.3).
pub const TEXT: f64 = 4.5;

/// The contrast that lines and marks need with what is beside them (WCAG 1.4.11).
pub const LINES: f64 = 3.0;

impl Colour {
    /// White.
    pub const WHITE: Self = Self::of(0x00ff_ffff);
    /// Black.
    pub const BLACK: Self = Self::of(0);
    /// The ink on light colours, a little softer than black.
    const DARK_INK: Self = Self::of(0x0010_151b);

    /// That of `0xrrggbb`.
    pub const fn of(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self { red, green, blue }
    }

    /// That of `#rrggbb`, and of nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let well_formed = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if well_formed { u32::from_str_radix(digits, 16).ok().map(Self::of) } else { None }
    }

    /// How far it stands out from another colour: 1 (not at all) to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// White or a dark ink, whichever can be read on this colour: white where both can.
    #[must_use]
    pub fn ink(self) -> Self {
        let readable = |ink: &Self| ink.contrast(self) >= TEXT;
        // What white can't be read on, black can: their limits overlap.
        [Self::WHITE, Self::DARK_INK].into_iter().find(readable).unwrap_or(Self::BLACK)
    }

    /// This colour with so many hundredths of another.
    #[must_use]
    pub fn mixed(self, other: Self, hundredths: u32) -> Self {
        let part = |of: u8, with: u8| {
            let sum = u32::from(of) * (100 - hundredths.min(100)) + u32::from(with) * hundredths.min(100);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self { red: part(self.red, other.red), green: part(self.green, other.green), blue: part(self.blue, other.blue) }
    }

    /// This colour, or as little nearer to `end` as gives it this contrast with each of the grounds.
    fn toward(self, end: Self, grounds: &[Self], contrast: f64) -> Self {
        let readable = |shade: &Self| grounds.iter().all(|ground| shade.contrast(*ground) >= contrast);
        (0..=100).map(|hundredths| self.mixed(end, hundredths)).find(readable).unwrap_or(end)
    }

    /// How light it is, as WCAG defines it: 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What the brand's colour is seen on: colours of `style/tokens.css`, in the light or in the dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The ground of panels and bars. A tint of it with the brand's colour is a ground too.
    pub surface: Colour,
    /// The other grounds: the page, what is raised above it, what is a little off.
    pub grounds: [Colour; 3],
    /// Where colours go to stand out more.
    end: Colour,
}

impl Theme {
    /// The light one.
    pub const LIGHT: Self = Self {
        surface: Colour::WHITE,
        grounds: [Colour::of(0x00f5_f6f8), Colour::WHITE, Colour::of(0x00f0_f2f5)],
        end: Colour::BLACK,
    };
    /// The dark one.
    pub const DARK: Self = Self {
        surface: Colour::of(0x0019_1f26),
        grounds: [Colour::of(0x0011_151a), Colour::of(0x0021_2831), Colour::of(0x0022_2a33)],
        end: Colour::WHITE,
    };
}

/// What the brand's colour comes to in a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// The ground of the main button. In the light it is the colour itself.
    pub fill: Colour,
    /// The text on it, and on `strong`.
    pub ink: Colour,
    /// The same button under the pointer.
    pub strong: Colour,
    /// A tint, the ground of what is chosen.
    pub soft: Colour,
    /// Lines, frames and marks.
    pub line: Colour,
    /// Links and other text, on every ground.
    pub text: Colour,
}

impl Shades {
    /// Those of a colour.
    pub fn of(brand: Colour, theme: Theme) -> Self {
        let Theme { surface, grounds: [page, raised, subtle], end } = theme;
        let line = brand.toward(end, &[surface, page, raised, subtle], LINES);
        let fill = if theme == Theme::LIGHT { brand } else { line };
        let ink = fill.ink();
        let soft = surface.mixed(fill, 11);
        let text = line.toward(end, &[surface, page, raised, subtle, soft], TEXT);
        Self { fill, ink, strong: strong(fill, ink), soft, line, text }
    }
}

/// A fill under the pointer: away from its ink, so that the ink stands out more. What has no room that way goes the other
/// way, as far as its ink can be read there.
fn strong(fill: Colour, ink: Colour) -> Colour {
    let (away, back) =
        if ink == Colour::WHITE { (Colour::BLACK, Colour::WHITE) } else { (Colour::WHITE, Colour::BLACK) };
    let further = fill.mixed(away, 14);
    if further.contrast(fill) >= 1.1 {
        return further;
    }
    let nearer = (1..=12).rev().map(|hundredths| fill.mixed(back, hundredths));
    let readable = |shade: &Colour| *shade != fill && ink.contrast(*shade) >= TEXT;
    nearer.filter(readable).max_by(|one, other| one.contrast(fill).total_cmp(&other.contrast(fill))).unwrap_or(further)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    /// What is wrong with the shades of a colour, if anything is.
    fn check(brand: Colour) -> Result<(), String> {
        for (theme, muted) in [(Theme::LIGHT, "#545f6e"), (Theme::DARK, "#a5b0bd")] {
            let Shades { fill, ink, strong, soft, line, text } = Shades::of(brand, theme);
            let enough = |what: &str, one: Colour, other: Colour, least: f64| {
                let contrast = one.contrast(other);
                if contrast >= least {
                    Ok(())
                } else {
                    Err(format!("{brand}: {what}: {one} on {other} is {contrast:.2}"))
                }
            };
            enough("a button", ink, fill, TEXT)?;
            enough("a button under the pointer", ink, strong, TEXT)?;
            if strong == fill {
                return Err(format!("{brand}: a button under the pointer looks the same"));
            }
            enough("small text on a tint", colour(muted), soft, TEXT)?;
            enough("a link on a tint", text, soft, TEXT)?;
            for ground in theme.grounds.into_iter().chain([theme.surface]) {
                enough("a link", text, ground, TEXT)?;
                enough("a line", line, ground, LINES)?;
            }
        }
        Ok(())
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 0.001);
        for (one, other, contrast) in
            [("#ff5a00", "#ffffff", 3.12), ("#777777", "#ffffff", 4.48), ("#0b6070", "#ffffff", 7.20)]
        {
            let found = colour(one).contrast(colour(other));
            assert!((found - contrast).abs() < 0.05, "{one} on {other}: {found}");
        }
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(colour("#0B60fF").to_string(), "#0b60ff");
        for other in ["red", "#fff", "#0b607", "#0b60700", "#0b60g0", "#</sty", "0b6070", "#+b6070", "#é1234", ""] {
            assert_eq!(Colour::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_orange_button_stays_orange_with_dark_ink_and_its_links_are_darker() {
        let orange = colour("#ff5a00");
        let shades = Shades::of(orange, Theme::LIGHT);
        assert_eq!((shades.fill, shades.ink), (orange, Colour::DARK_INK));
        assert!(shades.text != orange && shades.text.contrast(Colour::WHITE) >= TEXT);
        assert_eq!(Shades::of(orange, Theme::DARK).fill, orange);
        assert_eq!(check(orange), Ok(()));
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let teal = colour("#0b6070");
        let Shades { fill, ink, line, text, .. } = Shades::of(teal, Theme::LIGHT);
        assert_eq!((fill, line, text, ink), (teal, teal, teal, Colour::WHITE));
    }

    /// Every colour of a coarse grid, with the ends.
    #[test]
    fn whatever_colour_is_chosen_can_be_read() {
        let steps = [0_u32, 17, 51, 85, 119, 136, 153, 170, 187, 204, 221, 238, 255];
        for red in steps {
            for green in steps {
                for blue in steps {
                    check(Colour::of((red << 16) | (green << 8) | blue)).expect("it can be read");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_colour_at_all_can_be_read(hex in 0..0x0100_0000_u32) {
            prop_assert_eq!(check(Colour::of(hex)), Ok(()));
        }
    }

    /// What the shades are worked out for is what they are shown on.
    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../style/tokens.css");
        let pair = |name: &str| {
            let (_, rest) = tokens.split_once(&format!("--{name}: light-dark(")).unwrap_or_else(|| panic!("no {name}"));
            let (light, rest) = rest.split_once(", ").expect("two colours");
            (colour(light), colour(rest.split(')').next().expect("an end")))
        };
        let [light, dark] =
            [Theme::LIGHT, Theme::DARK].map(|theme| [[theme.surface].as_slice(), &theme.grounds].concat());
        let names = ["surface", "page", "raised", "subtle"];
        assert_eq!(names.map(pair).to_vec(), light.into_iter().zip(dark).collect::<Vec<_>>());
        assert_eq!(pair("muted"), (colour("#545f6e"), colour("#a5b0bd")));
    }
}
