//! What keeping and calling off small offers would cost: a job computes it, and keeps it with the version.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use groups::{
    SearchControl,
    assign::{self, Figures, Opposite, ProblemLayout, Seating, Stability, price_offers},
};
use model::{
    JobId, JobKind, PlanId,
    assignment::{AssignmentHead, AssignmentKind, OfferOpposite, OfferPrice, OfferPrices},
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, Tx};

use super::{
    Assignment, AssignmentProblem, Origin,
    origin::first_with_seats_of,
    quality::number,
    versions::{require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    jobs::{JobPayload, RunningSearch, Search, SearchCursor, SearchThread},
};

/// Milliseconds of search. It ends earlier when every price is proven.
const LIMIT_MILLIS: u32 = 10_000;

/// A job that prices the small offers of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PriceSmallOffers {
    pub plan: PlanId,
    pub version: u32,
}

/// How far a job that prices offers has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PriceCursor {
    /// The time searched so far, of all workers.
    pub spent_millis: u32,
    /// The prices so far.
    pub prices: Vec<OfferPrice>,
}

impl SearchCursor for PriceCursor {
    type Outcome = ();

    fn spent_millis(&self) -> u32 {
        self.spent_millis
    }

    fn set_spent_millis(&mut self, millis: u32) {
        self.spent_millis = millis;
    }

    /// The version has the prices now.
    fn set_outcome(&mut self, (): ()) {
        self.prices.clear();
    }
}

/// What a search begins with.
pub(crate) struct PricePreparation {
    problem: AssignmentProblem,
    solved: assign::Problem,
    seating: Seating,
    limit: Duration,
}

/// What the thread has found so far.
#[derive(Debug, Default)]
struct Prices {
    stops: AtomicBool,
    found: Mutex<Vec<OfferPrice>>,
}

impl Prices {
    fn found(&self) -> Vec<OfferPrice> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.clone()
    }

    fn keep(&self, price: OfferPrice) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.retain(|one| one.offer != price.offer);
        found.push(price);
    }
}

struct Control<'a> {
    prices: &'a Prices,
    ends: Instant,
}

impl SearchControl for Control<'_> {
    fn should_stop(&self) -> bool {
        self.prices.stops.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }
}

/// A search that runs.
pub(crate) struct RunningPrices {
    preparation: PricePreparation,
    prices: Arc<Prices>,
    thread: SearchThread<()>,
}

impl RunningSearch for RunningPrices {
    type Cursor = PriceCursor;
    type Preparation = PricePreparation;
    type Found = Vec<OfferPrice>;

    async fn end(&mut self) {
        self.thread.end().await;
    }

    fn stop(&self) {
        self.prices.stops.store(true, Ordering::Relaxed);
    }

    fn report(&self, cursor: &mut PriceCursor) {
        cursor.prices = self.prices.found();
    }

    fn preparation(&self) -> &PricePreparation {
        &self.preparation
    }

    fn result(&mut self, cursor: &mut PriceCursor, _: bool) -> Result<Option<Vec<OfferPrice>>> {
        self.thread.result()?;
        Ok(Some(cursor.prices.clone()))
    }
}

impl Search for PriceSmallOffers {
    type Kind = AssignmentKind;
    type Cursor = PriceCursor;
    type Preparation = PricePreparation;
    type Running = RunningPrices;
    type Found = Vec<OfferPrice>;

    fn plan(&self) -> PlanId {
        self.plan
    }

    async fn prepare(
        &self,
        _: &Planner,
        (tx, locked): (&mut Tx, Locked),
        cursor: &mut PriceCursor,
    ) -> Result<PricePreparation> {
        let assignment = Assignment::load(tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let version = require_version(tx, plan, self.version).await?;
        let heads: Vec<AssignmentHead> = tx.plan_versions(plan.id).await?.rows;
        let origin = Origin::of(tx, plan, &heads, self.version).await?;
        let problem = assignment.problem();
        let seating = problem.seating(&version.seating);
        // A decision is followed by a repair: only those move who have to.
        let solved = assign::Problem {
            previous: seating.to_previous(),
            stability: Stability::First,
            ..problem.by(origin.fairness)
        };
        let limit = LIMIT_MILLIS.saturating_sub(cursor.spent_millis);
        Ok(PricePreparation {
            limit: Duration::from_millis(limit.into()),
            problem,
            solved,
            seating,
        })
    }

    fn start(preparation: PricePreparation) -> RunningPrices {
        let prices = Arc::<Prices>::default();
        let shared = Arc::clone(&prices);
        let (problem, solved) = (preparation.problem.clone(), preparation.solved.clone());
        let (seating, limit) = (preparation.seating.clone(), preparation.limit);
        let search = move || {
            let control = Control {
                prices: &shared,
                ends: Instant::now() + limit,
            };
            let small = assign::small_offers(&solved, &seating);
            let before = Figures::new(&ProblemLayout::new(&solved), &seating);
            price_offers(&solved, &seating, &small, &control, |price| {
                shared.keep(OfferPrice {
                    offer: problem.offer_key(price.offer),
                    opposite: opposite(&before, &price.opposite),
                });
            });
        };
        RunningPrices {
            thread: SearchThread::spawn(search),
            prices,
            preparation,
        }
    }

    fn best(cursor: &PriceCursor) -> Option<Vec<OfferPrice>> {
        Some(cursor.prices.clone()).filter(|prices| !prices.is_empty())
    }

    async fn store(
        &self,
        _: &Planner,
        (tx, locked): (&mut Tx, Locked),
        _: &ClaimedJob,
        (preparation, found): (&PricePreparation, &Vec<OfferPrice>),
    ) -> Result<()> {
        let assignment = Assignment::load(tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let heads: Vec<AssignmentHead> = tx.plan_versions(plan.id).await?.rows;
        let prices = OfferPrices {
            problem: preparation.problem.fingerprint,
            prices: found.clone(),
        };
        let version = first_with_seats_of(&heads, self.version);
        tx.save_offer_prices((plan.id, version), &prices).await?;
        Ok(())
    }
}

fn opposite(before: &Figures, opposite: &Opposite) -> OfferOpposite {
    let plan = match opposite {
        Opposite::Plan(plan) => plan,
        Opposite::Impossible => return OfferOpposite::Impossible,
        Opposite::Unknown => return OfferOpposite::Unknown,
    };
    let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let first = |figures: &Figures| signed(figures.profile.first().copied().unwrap_or(0));
    let unwished =
        |figures: &Figures| signed(figures.seats) - signed(figures.profile.iter().sum::<usize>());
    let after = &plan.figures;
    OfferOpposite::Found {
        seats: signed(after.seats) - signed(before.seats),
        first_wishes: first(after) - first(before),
        unwished: unwished(after) - unwished(before),
        moved: number(plan.people_moved),
        is_worse: plan
            .difference
            .is_some_and(|(_, difference)| difference > 0),
    }
}

impl Planner {
    /// Begins to compute what keeping and calling off the small offers of the current version would cost, and returns the
    /// job. If one computes it already, returns that one.
    ///
    /// # Errors
    ///
    /// `WrongState` before a version is chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn price_small_offers(&self, access: &EventAccess<Organises>) -> Result<JobId> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let running = tx
            .active_jobs(locked.event.id, JobKind::OffersPriced)
            .await?;
        if let Some((job, _)) = running.into_iter().next() {
            return Ok(job);
        }
        let plan = super::plan_of(&mut tx, &locked.event).await?;
        let current = plan.and_then(|plan| Some((plan.id, plan.current?)));
        let (plan, version) = current.ok_or(PlannerError::WrongState)?;
        let payload = JobPayload::OffersPriced(PriceSmallOffers { plan, version });
        let search = (payload, LIMIT_MILLIS);
        self.queue_search(tx, locked, search, right.member().id)
            .await
    }
}
