//! Putting things in another order.

/// Where one of several things in an order goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveTo<Id> {
    /// One place up.
    Earlier,
    /// One place down.
    Later,
    /// Right before another one.
    Before(Id),
    /// After all others.
    Last,
}

impl<Id> MoveTo<Id> {
    /// The same place, by another identity of its neighbour.
    pub fn map<Other>(self, of: impl FnOnce(Id) -> Other) -> MoveTo<Other> {
        match self {
            Self::Earlier => MoveTo::Earlier,
            Self::Later => MoveTo::Later,
            Self::Before(other) => MoveTo::Before(of(other)),
            Self::Last => MoveTo::Last,
        }
    }
}

impl<Id: PartialEq> MoveTo<Id> {
    /// From which place to which one moves in `order`; `None` where one of them is not in it.
    pub(super) fn within(&self, order: &[Id], which: &Id) -> Option<(usize, usize)> {
        let place_of = |wanted: &Id| order.iter().position(|id| id == wanted);
        let (from, last) = (place_of(which)?, order.len().checked_sub(1)?);
        let to = match self {
            Self::Earlier => from.saturating_sub(1),
            Self::Later => (from + 1).min(last),
            // Once it is taken out, those behind it are one place further up.
            Self::Before(other) => match place_of(other)? {
                place if place > from => place - 1,
                place => place,
            },
            Self::Last => last,
        };
        Some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::MoveTo;

    #[test]
    fn a_thing_moves_to_where_it_is_put() {
        let order = ['a', 'b', 'c', 'd'];
        let moved = |which, place: MoveTo<char>| place.within(&order, &which);
        assert_eq!(moved('b', MoveTo::Earlier), Some((1, 0)));
        assert_eq!(moved('b', MoveTo::Before('d')), Some((1, 2)));
        assert_eq!(moved('d', MoveTo::Before('b')), Some((3, 1)));
        assert_eq!(moved('b', MoveTo::Before('b')), Some((1, 1)));
        assert_eq!(moved('a', MoveTo::Last), Some((0, 3)));
    }

    #[test]
    fn the_first_cannot_go_up_nor_the_last_down() {
        let order = ['a', 'b'];
        assert_eq!(MoveTo::Earlier.within(&order, &'a'), Some((0, 0)));
        assert_eq!(MoveTo::Later.within(&order, &'b'), Some((1, 1)));
    }

    #[test]
    fn what_is_gone_meanwhile_has_no_place() {
        assert_eq!(MoveTo::Earlier.within(&['a'], &'x'), None);
        assert_eq!(MoveTo::Before('x').within(&['a'], &'a'), None);
    }
}
