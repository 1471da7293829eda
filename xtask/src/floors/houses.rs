//! The crates whose modules lie on floors.

use super::{Among, Floor, House};

pub const HOUSES: [House; 3] = [
    House {
        source: "app/domain/src",
        floors: &[
            Floor {
                name: "ground",
                rooms: &[
                    "acting",
                    "agent",
                    "by",
                    "caller",
                    "category",
                    "colour",
                    "details",
                    "email",
                    "id",
                    "language",
                    "list",
                    "mark",
                    "operation",
                    "owner",
                    "privilege",
                    "problem",
                    "role",
                    "sets",
                    "status",
                    "template",
                    "text",
                    "time",
                ],
                among: Among::NoCircle,
            },
            Floor { name: "rights", rooms: &["asked", "change", "right", "rights"], among: Among::NoCircle },
            Floor { name: "access", rooms: &["access"], among: Among::NoCircle },
            Floor { name: "facts", rooms: &["audit", "error"], among: Among::NoCircle },
            Floor {
                name: "families",
                rooms: &[
                    "account",
                    "asking",
                    "billing",
                    "contact",
                    "domains",
                    "holdings",
                    "invitation",
                    "live",
                    "notification",
                    "outbound",
                    "ownership",
                    "person",
                    "profile",
                    "provider",
                    "roles",
                    "search",
                    "service",
                    "sign_in_check",
                ],
                among: Among::NoCircle,
            },
            Floor { name: "the form of rights", rooms: &["rights_form"], among: Among::NoCircle },
            Floor { name: "words, addresses and ports", rooms: &["paths", "ports", "words"], among: Among::NoCircle },
        ],
    },
    PORTAL,
    IMPORT,
];

const PORTAL: House = House {
    source: "server/portal/src",
    floors: &[
        Floor { name: "base", rooms: &["base"], among: Among::NoCircle },
        Floor { name: "mail", rooms: &["mail"], among: Among::NoCircle },
        Floor { name: "unit", rooms: &["unit"], among: Among::NoCircle },
        Floor { name: "records", rooms: &["records"], among: Among::NoCircle },
        Floor { name: "membership", rooms: &["membership"], among: Among::NoCircle },
        Floor { name: "notify", rooms: &["notify"], among: Among::NoCircle },
        Floor {
            name: "features",
            rooms: &[
                "accounts",
                "asking",
                "contacts",
                "holdings",
                "invitations",
                "live",
                "notifications",
                "outbound",
                "ownership",
                "people",
                "profile",
                "revoke_all",
                "rights",
                "search",
            ],
            among: Among::Apart,
        },
        Floor { name: "jobs", rooms: &["jobs"], among: Among::NoCircle },
        Floor { name: "open", rooms: &["letters", "open"], among: Among::NoCircle },
    ],
};

const IMPORT: House = House {
    source: "server/import/src",
    floors: &[
        Floor {
            name: "format",
            rooms: &["fields", "parse", "problem", "progress", "read", "record", "value"],
            among: Among::NoCircle,
        },
        Floor { name: "stored", rooms: &["plan", "sql", "world"], among: Among::NoCircle },
        Floor { name: "change", rooms: &["check", "load"], among: Among::Apart },
        Floor { name: "run", rooms: &["run"], among: Among::NoCircle },
        Floor { name: "files", rooms: &["demo", "export", "generate", "whmcs"], among: Among::NoCircle },
    ],
};
