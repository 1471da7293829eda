//! Counts what test runners report, while their output goes on to the terminal.

use std::fmt;
use std::io::{BufRead as _, BufReader, Write as _, stdout};
use std::process::{Command, Stdio};

use crate::workspace::{Outcome, name};

/// Tests by how they ended.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// Runs a test runner and counts; its failure is the error, and what it counted is kept.
    pub fn run(&mut self, runner: &mut Command) -> Outcome {
        let mut child = runner
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("failed to start {}: {error}", name(runner)))?;
        let output = child.stdout.take().ok_or("the runner's output was not piped")?;
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let mut terminal = stdout().lock();
            terminal.write_all(&line)?;
            terminal.write_all(b"\n")?;
            self.count(&String::from_utf8_lossy(&line));
        }
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", name(runner)).into()) }
    }

    fn count(&mut self, line: &str) {
        let line = without_colours(line);
        if let Some(counts) = line.strip_prefix("test result: ") {
            let counts = counts.split_once(". ").map_or(counts, |(_, counts)| counts);
            for part in counts.split("; ") {
                self.add(part);
            }
        } else if let Some(part) = line.strip_prefix("  ") {
            // Playwright's summary: `  12 passed (3.4s)`.
            let part = part.split(" (").next().unwrap_or(part);
            self.add(part);
        }
    }

    fn add(&mut self, part: &str) {
        let Some((number, outcome)) = part.split_once(' ') else {
            return;
        };
        let Ok(number) = number.parse::<usize>() else {
            return;
        };
        match outcome {
            "passed" | "flaky" => self.passed += number,
            "failed" | "interrupted" => self.failed += number,
            "ignored" | "skipped" | "did not run" => self.skipped += number,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(out, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_runners_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.00s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "  ✓  1 signs in (1.2s)",
            "  1 flaky",
            "  2 skipped",
            "\u{1b}[32m  12 passed\u{1b}[39m (3.4s)",
            "  1 failed",
        ] {
            tally.count(line);
        }
        assert_eq!(tally, Tally { passed: 17, failed: 3, skipped: 3 });
        assert_eq!(tally.to_string(), "17 passed, 3 failed, 3 skipped");
    }

    #[test]
    fn a_runner_that_fails_is_an_error() {
        // It prints nothing: what it printed would be counted by the run that this test is part of.
        let mut tally = Tally::default();
        assert!(tally.run(&mut Command::new("false")).is_err());
        assert!(tally.run(&mut Command::new("true")).is_ok());
        assert_eq!(tally, Tally::default());
    }
}
