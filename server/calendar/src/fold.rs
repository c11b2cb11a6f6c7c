//! Breaks content lines after 75 octets (RFC 5545 §3.1).

use unicode_segmentation::UnicodeSegmentation;

/// The most octets a line may have, its line break not counted.
const MOST: usize = 75;

/// Appends one content line, folded, with its line break.
///
/// `icalendar` folds between characters, which can part an emoji from its skin colour or a letter
/// from its accent in a program that shows lines before it joins them. This folds between what a
/// reader sees as characters, and inside one only where it alone fills a line.
pub(crate) fn fold(line: &str, out: &mut String) {
    let mut used = 0;
    let mut put = |piece: &str| {
        if used + piece.len() > MOST {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push_str(piece);
        used += piece.len();
    };
    for cluster in line.graphemes(true) {
        if cluster.len() < MOST {
            put(cluster);
        } else {
            let mut octets = [0; 4];
            for c in cluster.chars() {
                put(c.encode_utf8(&mut octets));
            }
        }
    }
    out.push_str("\r\n");
}
