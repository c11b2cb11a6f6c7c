//! Numbers in a short text, for problems that are evaluated in the browser.

/// Numbers, parted by spaces.
#[derive(Debug, Default)]
pub(crate) struct Writer(String);

impl Writer {
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    pub(crate) fn number(&mut self, number: usize) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&number.to_string());
    }

    /// `None` is a dash.
    pub(crate) fn optional(&mut self, number: Option<usize>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.push_str(" -"),
        }
    }

    pub(crate) fn list<T>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(list.len());
        for entry in list {
            write(self, entry);
        }
    }

    pub(crate) fn indices(&mut self, list: &[usize]) {
        self.list(list, |writer, &index| writer.number(index));
    }
}

/// A number that may be missing.
#[derive(Debug)]
pub(crate) struct Entry(Option<usize>);

impl Entry {
    pub(crate) fn number(self) -> Option<usize> {
        self.0
    }
}

#[derive(Debug)]
pub(crate) struct Reader<'a>(std::str::Split<'a, char>);

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text.split(' '))
    }

    pub(crate) fn number(&mut self) -> Option<usize> {
        self.0.next()?.parse().ok()
    }

    /// A number, or a dash.
    pub(crate) fn optional(&mut self) -> Option<Entry> {
        match self.0.next()? {
            "-" => Some(Entry(None)),
            number => number.parse().ok().map(|number| Entry(Some(number))),
        }
    }

    pub(crate) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        self.several(count, read)
    }

    /// So many entries. The text ends early if the count is wrong.
    pub(crate) fn several<T>(
        &mut self,
        count: usize,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        (0..count).map(|_| read(self)).collect()
    }

    pub(crate) fn indices(&mut self) -> Option<Vec<usize>> {
        self.list(Self::number)
    }
}
