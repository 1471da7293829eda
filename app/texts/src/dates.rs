//! Dates as they are written.

use crate::DatesText;
use domain::time::Day;

impl DatesText {
    /// A day of the calendar, given as `YYYY-MM-DD`.
    pub fn day(&self, day: &str) -> String {
        match Day::parse(day) {
            Some(day) => self.date(day.number(), &self.month(day.month()), day.year()),
            None => day.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{de, en};

    #[test]
    fn a_day_is_written_as_the_language_has_it() {
        assert_eq!(
            (en().dates.day("2026-12-31"), de().dates.day("2026-03-01")),
            ("31 Dec 2026".into(), "1.3.2026".into())
        );
        assert_eq!(en().dates.day("soon"), "soon");
    }
}
