//! What it costs to compile the programs of the browser where nothing was compiled before.

use std::fs;
use std::time::Duration;

use crate::bundle::Profile;
use crate::wasm;
use crate::workspace::{Outcome, Workspace};

const REACH: Duration = Duration::from_secs(90);
/// Linux counts in hundredths of a second, whatever its own clock is.
const TICK: Duration = Duration::from_millis(10);

/// Prints it, as a row of docs/figures.md.
pub fn figure(workspace: &Workspace) -> Outcome {
    let plain = cost(workspace, Profile::Release)?;
    let verdict = if plain < REACH { "reached" } else { "missed" };
    let (reach, seconds) = (REACH.as_secs(), plain.as_secs());
    println!("| cold build of the WASM, without the size flags | under {reach} s of CPU | {seconds} s | {verdict} |");
    if Profile::of_release()? == Profile::Small {
        let more = cost(workspace, Profile::Small)?.saturating_sub(plain).as_secs();
        println!("| what the size flags add to that | | {more} s | |");
    }
    Ok(())
}

/// The time of all processors together.
fn cost(workspace: &Workspace, profile: Profile) -> Outcome<Duration> {
    let empty = Workspace { root: workspace.root.clone(), target: workspace.target.join("xtask").join("cold") };
    if empty.target.exists() {
        fs::remove_dir_all(&empty.target)?;
    }
    let before = spent()?;
    wasm::compile(&empty, profile)?;
    let cost = spent()?.saturating_sub(before);
    fs::remove_dir_all(&empty.target)?;
    Ok(cost)
}

/// What the programs that were called have used so far.
fn spent() -> Outcome<Duration> {
    of_children(&fs::read_to_string("/proc/self/stat")?)
}

/// `cutime` and `cstime` of `proc_pid_stat(5)`: of children that have ended, and of theirs.
fn of_children(stat: &str) -> Outcome<Duration> {
    // The name in brackets may hold spaces; the third field follows it.
    let (_, fields) = stat.rsplit_once(") ").ok_or("/proc/self/stat names no program")?;
    let ticks: Result<Vec<u32>, _> = fields.split(' ').skip(13).take(2).map(str::parse).collect();
    Ok(TICK * ticks?.iter().sum::<u32>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_children_used_stands_after_the_name_whatever_that_is() {
        let stat = "7 (a b) c) S 1 7 7 0 -1 4194560 100 2000 0 0 11 12 1300 240 20 0 1 0 5 6 7";
        assert_eq!(of_children(stat).expect("it is read"), Duration::from_millis(15_400));
        assert!(of_children("7").is_err());
    }
}
