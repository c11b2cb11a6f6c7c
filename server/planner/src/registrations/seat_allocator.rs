//! The seat allocator: the one place where seats are given and freed, whatever they are seats of.

use model::seats::Seats;

use crate::{PlannerError, Result};

/// A resource with a capacity, contingents and a waiting list. It is locked: nobody else gives or frees
/// its seats until the transaction ends.
///
/// The allocator decides who gets a seat; the resource stores the decision and tells the person.
pub(crate) trait SeatPool: Send {
    /// Somebody who has a seat, waits for one, or asks for one.
    type Claim: Send;
    /// The way in which somebody gives up a seat or a place on the waiting list.
    type Departure: Send;
    /// The organisation whose seats are counted together.
    type Organisation: Clone + PartialEq + Send;

    /// The seats as they are now.
    fn seats(&mut self) -> impl Future<Output = Result<Seats<Self::Organisation>>> + Send;

    /// Those who wait, in their order.
    fn waiting(&mut self) -> impl Future<Output = Result<Vec<Self::Claim>>> + Send;

    /// Whether a seat that becomes free still goes to somebody who waits.
    fn promotes(&self) -> bool;

    /// Whether somebody has to decide about the claim first, although there may be seats.
    fn awaits_decision(&self, _claim: &Self::Claim) -> bool {
        false
    }

    /// The organisation whose seats the claim counts towards.
    fn organisation(claim: &Self::Claim) -> Option<Self::Organisation>;

    /// Whether the claim holds a seat now.
    fn is_seated(claim: &Self::Claim) -> bool;

    /// Stores that the claim has a seat. Only the allocator calls this.
    fn seat(&mut self, claim: Self::Claim) -> impl Future<Output = Result<Self::Claim>> + Send;

    /// Stores that several claims have seats, all of which are free. Only the allocator calls this.
    fn seat_all(&mut self, claims: Vec<Self::Claim>) -> impl Future<Output = Result<()>> + Send {
        async move {
            for claim in claims {
                self.seat(claim).await?;
            }
            Ok(())
        }
    }

    /// Puts the claim at the end of the waiting list. Only the allocator calls this.
    fn enqueue(&mut self, claim: Self::Claim) -> impl Future<Output = Result<Self::Claim>> + Send;

    /// Takes a seat or a place back. Only the allocator calls this.
    fn vacate(
        &mut self,
        claim: Self::Claim,
        departure: Self::Departure,
    ) -> impl Future<Output = Result<Self::Claim>> + Send;
}

/// Gives and frees the seats of a locked resource.
#[derive(Debug)]
pub(crate) struct SeatAllocator<'p, P> {
    pool: &'p mut P,
}

impl<'p, P: SeatPool> SeatAllocator<'p, P> {
    pub(crate) const fn of(pool: &'p mut P) -> Self {
        Self { pool }
    }

    /// Gives a seat, or refuses with [`PlannerError::Full`].
    pub(crate) async fn give(&mut self, claim: P::Claim) -> Result<P::Claim> {
        if self.admits(&claim).await? {
            self.pool.seat(claim).await
        } else {
            Err(PlannerError::Full)
        }
    }

    /// Gives a seat, also beyond the limit: an organiser has read what that means.
    pub(crate) async fn give_beyond(&mut self, claim: P::Claim) -> Result<P::Claim> {
        self.pool.seat(claim).await
    }

    /// Gives the seat of somebody to whoever comes in their place.
    pub(crate) async fn exchange(
        &mut self,
        (leaves, departure): (P::Claim, P::Departure),
        enters: P::Claim,
    ) -> Result<P::Claim> {
        if !P::is_seated(&leaves) {
            return Err(PlannerError::WrongState);
        }
        self.pool.vacate(leaves, departure).await?;
        self.pool.seat(enters).await
    }

    /// Gives a seat if there is one, else a place on the waiting list. A seat that is free here is one
    /// that nobody waiting can take: they were promoted when it was freed. Whoever awaits a decision waits.
    pub(crate) async fn give_or_enqueue(&mut self, claim: P::Claim) -> Result<P::Claim> {
        if !self.pool.awaits_decision(&claim) && self.admits(&claim).await? {
            self.pool.seat(claim).await
        } else {
            self.pool.enqueue(claim).await
        }
    }

    /// The same for several, in their order. The seats are counted once.
    pub(crate) async fn give_or_enqueue_all(
        &mut self,
        claims: Vec<P::Claim>,
    ) -> Result<Vec<P::Claim>> {
        let mut seats = self.pool.seats().await?;
        let mut entered = Vec::with_capacity(claims.len());
        for claim in claims {
            let organisation = P::organisation(&claim);
            let admits = seats.admits(organisation.as_ref()) && !self.pool.awaits_decision(&claim);
            entered.push(if admits {
                seats.take(organisation);
                self.pool.seat(claim).await?
            } else {
                self.pool.enqueue(claim).await?
            });
        }
        Ok(entered)
    }

    /// Takes a seat or a place back, and gives the seat to whoever is next.
    pub(crate) async fn release(
        &mut self,
        claim: P::Claim,
        departure: P::Departure,
    ) -> Result<P::Claim> {
        let frees_a_seat = P::is_seated(&claim);
        let released = self.pool.vacate(claim, departure).await?;
        if frees_a_seat {
            self.promote_from_waiting_list().await?;
        }
        Ok(released)
    }

    /// Those of the waiting list who get the free seats, each the first one who can have it. None if the pool
    /// promotes nobody.
    pub(crate) async fn next_in_line(&mut self) -> Result<Vec<P::Claim>> {
        if !self.pool.promotes() {
            return Ok(Vec::new());
        }
        let waiting = self.pool.waiting().await?;
        if waiting.is_empty() {
            return Ok(waiting);
        }
        let seats = self.pool.seats().await?;
        Ok(seats.promote(waiting.into_iter().map(|claim| {
            let organisation = P::organisation(&claim);
            (claim, organisation)
        })))
    }

    /// Gives every free seat to the first one waiting who can have it; how many those were.
    pub(crate) async fn promote_from_waiting_list(&mut self) -> Result<usize> {
        let promoted = self.next_in_line().await?;
        let count = promoted.len();
        if count > 0 {
            self.pool.seat_all(promoted).await?;
        }
        Ok(count)
    }

    async fn admits(&mut self, claim: &P::Claim) -> Result<bool> {
        let organisation = P::organisation(claim);
        Ok(self.pool.seats().await?.admits(organisation.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use model::{Contingent, OrganisationId, seats::Seats};
    use uuid::Uuid;

    use super::{SeatAllocator, SeatPool};
    use crate::{PlannerError, Result};

    /// An offer of a workshop, in memory: no event, no registration, no mail.
    struct Workshop {
        capacity: u32,
        contingents: Vec<Contingent>,
        has_begun: bool,
        seated: Vec<Wish>,
        waiting: Vec<Wish>,
    }

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Wish {
        name: &'static str,
        organisation: Option<OrganisationId>,
        seated: bool,
        to_decide: bool,
    }

    impl SeatPool for Workshop {
        type Claim = Wish;
        type Departure = ();
        type Organisation = OrganisationId;

        async fn seats(&mut self) -> Result<Seats> {
            let contingents = self.contingents.clone();
            let mut seats = Seats::new(Some(self.capacity), contingents, Vec::new());
            for wish in &self.seated {
                seats.take(wish.organisation);
            }
            Ok(seats)
        }

        async fn waiting(&mut self) -> Result<Vec<Wish>> {
            Ok(self.waiting.clone())
        }

        fn promotes(&self) -> bool {
            !self.has_begun
        }

        fn awaits_decision(&self, wish: &Wish) -> bool {
            wish.to_decide
        }

        fn organisation(wish: &Wish) -> Option<OrganisationId> {
            wish.organisation
        }

        fn is_seated(wish: &Wish) -> bool {
            wish.seated
        }

        async fn seat(&mut self, mut wish: Wish) -> Result<Wish> {
            self.waiting.retain(|waiting| waiting.name != wish.name);
            wish.seated = true;
            self.seated.push(wish.clone());
            Ok(wish)
        }

        async fn enqueue(&mut self, wish: Wish) -> Result<Wish> {
            self.waiting.push(wish.clone());
            Ok(wish)
        }

        async fn vacate(&mut self, mut wish: Wish, (): ()) -> Result<Wish> {
            self.seated.retain(|seated| seated.name != wish.name);
            self.waiting.retain(|waiting| waiting.name != wish.name);
            wish.seated = false;
            Ok(wish)
        }
    }

    fn workshop(capacity: u32, contingents: Vec<Contingent>) -> Workshop {
        Workshop {
            capacity,
            contingents,
            has_begun: false,
            seated: Vec::new(),
            waiting: Vec::new(),
        }
    }

    fn wish(name: &'static str, organisation: Option<OrganisationId>) -> Wish {
        Wish {
            name,
            organisation,
            seated: false,
            to_decide: false,
        }
    }

    fn names(wishes: &[Wish]) -> Vec<&str> {
        wishes.iter().map(|wish| wish.name).collect()
    }

    #[tokio::test]
    async fn who_comes_late_waits_and_gets_the_seat_that_is_freed() {
        let mut workshop = workshop(1, Vec::new());
        let mut allocator = SeatAllocator::of(&mut workshop);
        let anna = allocator.give_or_enqueue(wish("anna", None)).await.unwrap();
        allocator
            .give_or_enqueue(wish("beate", None))
            .await
            .unwrap();
        allocator.give_or_enqueue(wish("cem", None)).await.unwrap();
        allocator.release(anna, ()).await.unwrap();
        assert_eq!(names(&workshop.seated), ["beate"]);
        assert_eq!(names(&workshop.waiting), ["cem"]);
    }

    #[tokio::test]
    async fn of_several_at_once_the_first_get_the_seats() {
        let partner: OrganisationId = Uuid::from_u128(1).into();
        let held = Contingent {
            organisation: partner,
            seats: 1,
        };
        let mut workshop = workshop(3, vec![held]);
        let wishes = ["anna", "beate", "cem"].map(|name| wish(name, None));
        let dana = wish("dana", Some(partner));
        SeatAllocator::of(&mut workshop)
            .give_or_enqueue_all(wishes.into_iter().chain([dana]).collect())
            .await
            .unwrap();
        assert_eq!(names(&workshop.seated), ["anna", "beate", "dana"]);
        assert_eq!(names(&workshop.waiting), ["cem"]);
    }

    #[tokio::test]
    async fn whoever_awaits_a_decision_waits_beside_free_seats() {
        let mut workshop = workshop(2, Vec::new());
        let undecided = |name| Wish {
            to_decide: true,
            ..wish(name, None)
        };
        let mut allocator = SeatAllocator::of(&mut workshop);
        let anna = allocator.give_or_enqueue(undecided("anna")).await.unwrap();
        allocator
            .give_or_enqueue_all(vec![undecided("beate"), wish("cem", None)])
            .await
            .unwrap();
        // Somebody decides.
        allocator.give(anna).await.unwrap();
        assert_eq!(names(&workshop.seated), ["cem", "anna"]);
        assert_eq!(names(&workshop.waiting), ["beate"]);
    }

    #[tokio::test]
    async fn a_full_workshop_gives_no_seat() {
        let mut workshop = workshop(1, Vec::new());
        let mut allocator = SeatAllocator::of(&mut workshop);
        allocator.give(wish("anna", None)).await.unwrap();
        let refused = allocator.give(wish("beate", None)).await;
        assert!(matches!(refused, Err(PlannerError::Full)), "{refused:?}");
    }

    #[tokio::test]
    async fn a_seat_held_for_an_organisation_passes_over_who_waits_before() {
        let partner: OrganisationId = Uuid::from_u128(1).into();
        let held = Contingent {
            organisation: partner,
            seats: 1,
        };
        let mut workshop = workshop(1, vec![held]);
        let mut allocator = SeatAllocator::of(&mut workshop);
        allocator.give_or_enqueue(wish("anna", None)).await.unwrap();
        let cem = wish("cem", Some(partner));
        let cem = allocator.give_or_enqueue(cem).await.unwrap();
        let dana = wish("dana", Some(partner));
        allocator.give_or_enqueue(dana).await.unwrap();
        allocator.release(cem, ()).await.unwrap();
        assert_eq!(names(&workshop.seated), ["dana"]);
        assert_eq!(names(&workshop.waiting), ["anna"]);
    }

    #[tokio::test]
    async fn nobody_moves_up_once_it_has_begun() {
        let mut workshop = workshop(1, Vec::new());
        let mut allocator = SeatAllocator::of(&mut workshop);
        let anna = allocator.give_or_enqueue(wish("anna", None)).await.unwrap();
        allocator
            .give_or_enqueue(wish("beate", None))
            .await
            .unwrap();
        workshop.has_begun = true;
        let mut allocator = SeatAllocator::of(&mut workshop);
        allocator.release(anna, ()).await.unwrap();
        assert_eq!(names(&workshop.waiting), ["beate"]);
    }
}
