//! Sets of keyed rights: one bit for each, written as a list of their keys.

/// The set `$set` of `$one`, an enum of the same module with `ALL` and `key`; what else both of them need comes with it.
macro_rules! keyed_set {
    ($(#[$doc:meta])* $set:ident($bits:ty) of $one:ident, $unknown:literal) => {
        impl $one {
            /// The one stored under `key`; `None` for a key this version does not know, which grants nothing.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }

        impl ::std::fmt::Display for $one {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl ::serde::Serialize for $one {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $one {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = <String as ::serde::Deserialize>::deserialize(deserializer)?;
                Self::from_key(&key).ok_or_else(|| ::serde::de::Error::custom($unknown))
            }
        }

        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $set($bits);

        // INVARIANT: a bit for every one. The cast in `bit` is to the enum's own discriminant.
        const _: () = assert!($one::ALL.len() <= <$bits>::BITS as usize);

        impl $set {
            /// Nothing.
            pub const EMPTY: Self = Self(0);

            const fn bit(one: $one) -> $bits {
                1 << (one as u8)
            }

            /// Exactly the given ones.
            pub const fn of(list: &[$one]) -> Self {
                let mut set = Self::EMPTY;
                let mut i = 0;
                while i < list.len() {
                    set.insert(list[i]);
                    i += 1;
                }
                set
            }

            /// Every one there is.
            pub const fn all() -> Self {
                Self::of(&$one::ALL)
            }

            /// Whether `one` is in the set.
            pub const fn contains(self, one: $one) -> bool {
                self.0 & Self::bit(one) != 0
            }

            /// Adds one.
            pub const fn insert(&mut self, one: $one) {
                self.0 |= Self::bit(one);
            }

            /// Takes one out.
            pub const fn remove(&mut self, one: $one) {
                self.0 &= !Self::bit(one);
            }

            /// What is in either.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What is in this one and not in `other`.
            #[must_use]
            pub const fn minus(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// What is in both.
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// Whether all of this lies within `other`.
            pub const fn is_within(self, other: Self) -> bool {
                self.0 & !other.0 == 0
            }

            /// Whether nothing is in it.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// How many are in it.
            pub const fn len(self) -> u32 {
                self.0.count_ones()
            }

            /// The members, in the order of the form.
            pub fn iter(self) -> impl Iterator<Item = $one> {
                $one::ALL.iter().copied().filter(move |one| self.contains(*one))
            }
        }

        impl FromIterator<$one> for $set {
            fn from_iter<I: IntoIterator<Item = $one>>(list: I) -> Self {
                let mut set = Self::EMPTY;
                for one in list {
                    set.insert(one);
                }
                set
            }
        }

        impl ::serde::Serialize for $set {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut list = serializer.serialize_seq(Some(self.len() as usize))?;
                for one in self.iter() {
                    ::serde::ser::SerializeSeq::serialize_element(&mut list, &one)?;
                }
                ::serde::ser::SerializeSeq::end(list)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $set {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <Vec<$one> as ::serde::Deserialize>::deserialize(deserializer).map(|list| list.into_iter().collect())
            }
        }
    };
}

pub(crate) use keyed_set;
