//! Which of the ready-made codings of a file a browser takes.

use axum::http::{HeaderMap, header};

/// How a file is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    Plain,
    Brotli,
    Gzip,
}

/// The smallest one that is there and accepted.
pub fn coding(headers: &HeaderMap, has_brotli: bool, has_gzip: bool) -> Coding {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |name: &str| {
        accepted.split(',').any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let named = parts.next().is_some_and(|given| given.eq_ignore_ascii_case(name));
            let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse::<f32>() == Ok(0.0)));
            named && !refused
        })
    };
    if has_brotli && accepts("br") {
        Coding::Brotli
    } else if has_gzip && accepts("gzip") {
        Coding::Gzip
    } else {
        Coding::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(accepted: &str) -> Coding {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().expect("a header value"))]);
        coding(&headers, true, true)
    }

    #[test]
    fn the_smallest_accepted_coding_is_sent() {
        assert_eq!(chosen("gzip, deflate, br, zstd"), Coding::Brotli);
        assert_eq!(chosen("gzip"), Coding::Gzip);
        assert_eq!(chosen("br;q=0, GZIP;q=0.5"), Coding::Gzip);
        assert_eq!(chosen("br;q=0.0, brx"), Coding::Plain);
        assert_eq!(chosen(""), Coding::Plain);
        assert_eq!(coding(&HeaderMap::new(), true, true), Coding::Plain);
    }
}
