//! Times as people read them: in their language and zone, written by the server.

use domain::person::Language;
use domain::time::{Day, Moment, Month, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};
use texts::texts_in;

/// A month with the instants at which it begins and is over, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MonthSpan {
    pub(crate) month: Month,
    pub(crate) from: i64,
    pub(crate) until: i64,
}

/// How one person reads times.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Their language.
    pub language: Language,
    /// Their zone.
    pub zone: TimeZone,
}

impl Reader {
    /// A reader of this language in the zone with this IANA name; UTC where it is absent or unknown.
    pub fn new(language: Language, zone: Option<&str>) -> Self {
        Self { language, zone: zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC) }
    }

    /// A date with time of day and zone.
    pub fn moment(&self, at: Timestamp) -> Moment {
        let local = self.local(at);
        let (time, zone) = (local.strftime("%H:%M").to_string(), local.strftime("%Z").to_string());
        written(at, texts_in(self.language).dates.moment(&self.written(&local), &time, &zone))
    }

    /// A date.
    pub fn date(&self, at: Timestamp) -> Moment {
        written(at, self.written(&self.local(at)))
    }

    /// The end of a day, given as `YYYY-MM-DD`, in the reader's zone.
    pub fn end_of(&self, day: &str) -> Option<Timestamp> {
        self.beginning(day.parse::<Date>().ok()?.tomorrow().ok()?)
    }

    /// The last day, as `YYYY-MM-DD` in the reader's zone, of what ends then.
    pub(crate) fn last_day(&self, end: Timestamp) -> String {
        self.day(Timestamp(end.0 - 1)).to_string()
    }

    /// The first instant of a day in the reader's zone, and the first one after it.
    pub fn bounds_of(&self, day: Day) -> Option<(Timestamp, Timestamp)> {
        let date: Date = day.to_string().parse().ok()?;
        Some((self.beginning(date)?, self.beginning(date.tomorrow().ok()?)?))
    }

    fn beginning(&self, day: Date) -> Option<Timestamp> {
        Some(Timestamp(day.to_zoned(self.zone.clone()).ok()?.timestamp().as_millisecond()))
    }

    /// The time of day, with its zone.
    pub fn clock(&self, at: Timestamp) -> String {
        self.local(at).strftime("%H:%M %Z").to_string()
    }

    /// How many days of the reader's calendar `to` lies ahead of `from`.
    pub(crate) fn days(&self, from: Timestamp, to: Timestamp) -> i64 {
        (self.day(to) - self.day(from)).get_days().into()
    }

    /// So many months of the reader's calendar in a row, from the one that is `first` months ahead of that of `at` on.
    pub(crate) fn months(&self, at: Timestamp, first: i32, count: i32) -> Vec<MonthSpan> {
        let present = self.day(at).first_of_month();
        let begin = |ahead: i32| {
            let day = present.checked_add(Span::new().months(ahead)).ok()?;
            Some((day, day.to_zoned(self.zone.clone()).ok()?.timestamp().as_millisecond()))
        };
        let span = |ahead: i32| {
            let ((day, from), (_, until)) = (begin(ahead)?, begin(ahead + 1)?);
            Some(MonthSpan { month: Month { year: day.year(), number: day.month() }, from, until })
        };
        (first..first + count).filter_map(span).collect()
    }

    fn day(&self, at: Timestamp) -> Date {
        self.local(at).date()
    }

    /// The IANA name of the reader's zone.
    pub fn zone_name(&self) -> String {
        self.zone.iana_name().unwrap_or("UTC").to_owned()
    }

    fn local(&self, at: Timestamp) -> Zoned {
        instant(at).to_zoned(self.zone.clone())
    }

    fn written(&self, local: &Zoned) -> String {
        let text = &texts_in(self.language).dates;
        text.date(local.day(), &text.month(local.month()), local.year())
    }
}

fn written(at: Timestamp, text: String) -> Moment {
    Moment { at, iso: instant(at).strftime("%Y-%m-%dT%H:%M:%SZ").to_string(), text }
}

fn instant(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_are_those_of_the_reader_s_calendar() {
        let at = Timestamp(1_767_225_599_000); // 2025-12-31T23:59:59Z
        let (utc, berlin) = (Reader::new(Language::EN, None), Reader::new(Language::DE, Some("Europe/Berlin")));
        assert_eq!(utc.days(at, at.plus_seconds(1)), 1);
        assert_eq!(berlin.days(at, at.plus_seconds(1)), 0, "it is January there already");
        assert_eq!(utc.days(at, at.plus_seconds(-40 * 24 * 3600)), -40);
        let first = |reader: &Reader| reader.months(at, 0, 1)[0].month;
        assert_eq!(first(&utc), Month { year: 2025, number: 12 });
        assert_eq!(first(&berlin), Month { year: 2026, number: 1 });
        let months = berlin.months(at, -11, 12);
        assert_eq!((months.len(), months[0].month), (12, Month { year: 2025, number: 2 }));
        assert_eq!(months[11].from, 1_767_222_000_000, "midnight in Berlin");
        assert!(months.windows(2).all(|pair| pair[0].until == pair[1].from), "{months:?}");
    }

    #[test]
    fn a_moment_is_written_in_the_reader_s_language_and_zone() {
        let at = Timestamp(1_767_225_599_000); // 2025-12-31T23:59:59Z
        let english = Reader::new(Language::EN, None).moment(at);
        assert_eq!((english.iso.as_str(), english.text.as_str()), ("2025-12-31T23:59:59Z", "31 Dec 2025, 23:59 UTC"));
        assert_eq!(Reader::new(Language::EN, None).end_of("2025-12-31"), Some(Timestamp(1_767_225_600_000)));
        let german = Reader::new(Language::DE, Some("Europe/Berlin")).moment(at);
        assert_eq!(german.text, "1.1.2026, 00:59 CET");
        let berlin = Reader::new(Language::DE, Some("Europe/Berlin"));
        assert_eq!(berlin.end_of("2025-12-31"), Some(Timestamp(1_767_222_000_000)), "an hour earlier");
        assert_eq!(berlin.last_day(Timestamp(1_767_222_000_000)), "2025-12-31");
        let day = Day::parse("2025-12-31").expect("a day");
        assert_eq!(berlin.bounds_of(day), Some((Timestamp(1_767_135_600_000), Timestamp(1_767_222_000_000))));
        assert_eq!(berlin.clock(at), "00:59 CET");
        let (english, later) = (Reader::new(Language::EN, None), Timestamp(at.0 + 1_000));
        assert_eq!((english.days(at, later), berlin.days(at, later), english.days(at, at)), (1, 0, 0));
        for odd in ["", "31.12.2025", "2025-02-30", "tomorrow"] {
            assert_eq!(berlin.end_of(odd), None, "{odd}");
        }
    }
}
