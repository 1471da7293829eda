//! Sections of the settings file: each is a struct that serde reads, that checks itself, and that its owner takes as it
//! is. Where a value came from is not known here.
//!
//! The sections of passwords, the database and mail stand beside what they are about; those here belong to floors above
//! the one where all sections come together.

use serde::Deserialize;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// What is wrong with settings, each problem with its key.
#[derive(Debug, Default)]
pub struct SettingProblems(Vec<(&'static str, String)>);

impl SettingProblems {
    /// A problem of a key such as `mail.from`.
    pub fn add(&mut self, key: &'static str, problem: impl Display) {
        self.0.push((key, problem.to_string()));
    }

    /// A problem if the number is outside of the range. Answers whether it is within.
    pub fn number(&mut self, key: &'static str, number: i64, range: RangeInclusive<i64>) -> bool {
        let within = range.contains(&number);
        if !within {
            self.add(key, format_args!("{number} is invalid: it must be {} to {}", range.start(), range.end()));
        }
        within
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and problems, in the order they were found.
    pub fn into_inner(self) -> Vec<(&'static str, String)> {
        self.0
    }
}

/// `[sessions]`: how long they last.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionSettings {
    /// Hours without use, at most.
    pub idle_hours: i64,
    /// Days in all, at most.
    pub absolute_days: i64,
}

impl Default for SessionSettings {
    fn default() -> Self {
        Self { idle_hours: 12, absolute_days: 14 }
    }
}

impl SessionSettings {
    /// Adds what is wrong with the section.
    pub fn check(&self, problems: &mut SettingProblems) {
        let idle = problems.number("sessions.idle_hours", self.idle_hours, 1..=720);
        let absolute = problems.number("sessions.absolute_days", self.absolute_days, 1..=90);
        if idle && absolute && self.idle_hours > self.absolute_days * 24 {
            problems.add("sessions.idle_hours", "it must not be more than sessions.absolute_days");
        }
    }

    /// Seconds after which an unused session ends.
    pub(crate) const fn idle_seconds(&self) -> i64 {
        self.idle_hours * 60 * 60
    }

    /// Seconds after which any session ends.
    pub(crate) const fn absolute_seconds(&self) -> i64 {
        self.absolute_days * 24 * 60 * 60
    }
}

/// `[notifications]`: how changes of an account are collected.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NotificationSettings {
    /// For how many seconds changes of an account are collected, to be one mail.
    pub digest_seconds: i64,
}

impl Default for NotificationSettings {
    fn default() -> Self {
        Self { digest_seconds: 120 }
    }
}

impl NotificationSettings {
    /// Adds what is wrong with the section.
    pub fn check(&self, problems: &mut SettingProblems) {
        problems.number("notifications.digest_seconds", self.digest_seconds, 0..=3_600);
    }
}
