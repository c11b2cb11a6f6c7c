//! The table of all form actions: path, function and form of each.

use ui::{
    forms::form_actions,
    paths::{CHOOSE_LANGUAGE, SIGN_OUT},
};

use super::{
    agenda::{self, AgendaItemForm, RemoveAgendaItemForm, UndoAgendaForm},
    cafe::{
        self, CafeForm,
        day::{self, AttendanceForm, WalkInForm},
        publishing::{self, PublishPlanForm, RepairPlanForm},
    },
    cafe_live::{self, ClockStepForm, ScreenLinkForm},
    cafe_plan::{self, PlanForm},
    cafe_solving::{self, ImportPlanForm, MakePlanForm},
    decisions::{self, DeclineForm, MoveUpForm, RegistrationIdForm},
    events::{self, CancelEventForm, EventForm, EventIdForm},
    harvest::{
        action_items::{self, ActionItemForm},
        links::{self, TableLinksForm},
        points::{self, EditPointForm, PointActionForm},
        results::{self, ResultsForm},
        table::{self, PointForm},
    },
    import::{self, ImportForm},
    jobs::{self, JobForm},
    language::{self, LanguageForm},
    logos::{self, LogoForm},
    members::{self, MemberForm},
    networks::{self, NetworkForm},
    organisations::{self, OrganisationForm},
    outgoing::{self, MailIdForm, NetworkIdForm, ResumeAddressForm},
    people::{self, AddPersonForm},
    personal::{self, PersonalForm, PersonalLinkForm},
    questions::{self, QuestionForm, RemoveQuestionForm},
    registration::{self, RegisterForm},
    reorder::MoveForm,
    sign_in::{self, SignInForm, SignInLinkForm, SignOutForm},
    workshops::{
        self, TakeOverForm,
        import::{self as workshop_import, ImportWorkshopsForm},
        rooms::{self, RoomsForm},
        slot::{self, SlotForm},
        workshop::{self, WorkshopForm, WorkshopIdForm},
    },
};

form_actions! {
    Register: "/do/register" => registration::register(RegisterForm),
    ConfirmAddress: "/do/confirm-address" => personal::confirm_address(PersonalLinkForm),
    ChangeOwnRegistration: "/do/change-own-registration" => personal::change_own_registration(PersonalForm),
    CancelOwnRegistration: "/do/cancel-own-registration" => personal::cancel_own_registration(PersonalLinkForm),
    RequestSignIn: "/do/request-sign-in" => sign_in::request_sign_in(SignInLinkForm),
    SignIn: "/do/sign-in" => sign_in::sign_in(SignInForm),
    SignOut: SIGN_OUT => sign_in::sign_out(SignOutForm),
    ChooseLanguage: CHOOSE_LANGUAGE => language::choose_language(LanguageForm),
    CreateEvent: "/do/create-event" => events::create_event(EventForm),
    ChangeEvent: "/do/change-event" => events::change_event(EventForm),
    PublishEvent: "/do/publish-event" => events::publish_event(EventIdForm),
    DiscardDraft: "/do/discard-draft" => events::discard_draft(EventIdForm),
    CancelEvent: "/do/cancel-event" => events::cancel_event(CancelEventForm),
    AddAgendaItem: "/do/add-item" => agenda::add_agenda_item(AgendaItemForm),
    ChangeAgendaItem: "/do/change-item" => agenda::change_agenda_item(AgendaItemForm),
    MoveAgendaItem: "/do/move-item" => agenda::move_agenda_item(MoveForm),
    RemoveAgendaItem: "/do/remove-item" => agenda::remove_agenda_item(RemoveAgendaItemForm),
    UndoAgendaChange: "/do/undo-agenda-change" => agenda::undo_agenda_change(UndoAgendaForm),
    PublishPlan: "/do/publish-plan" => publishing::publish_plan(PublishPlanForm),
    WithdrawPlan: "/do/withdraw-plan" => publishing::withdraw_plan(PublishPlanForm),
    RepairPlan: "/do/repair-plan" => publishing::repair_plan(RepairPlanForm),
    MarkMissing: "/do/mark-missing" => day::mark_missing(AttendanceForm),
    MarkPresent: "/do/mark-present" => day::mark_present(AttendanceForm),
    AdmitWaiting: "/do/admit-waiting" => day::admit_waiting(AttendanceForm),
    AddWalkIn: "/do/add-walk-in" => day::add_walk_in(WalkInForm),
    StepCafeClock: "/do/step-cafe-clock" => cafe_live::step_cafe_clock(ClockStepForm),
    MakeScreenLink: "/do/make-screen-link" => cafe_live::make_screen_link(ScreenLinkForm),
    RevokeScreenLink: "/do/revoke-screen-link" => cafe_live::revoke_screen_link(ScreenLinkForm),
    RevokeScreenLinks: "/do/revoke-screen-links" => cafe_live::revoke_screen_links(ScreenLinkForm),
    SaveCafeSetUp: "/do/save-cafe-set-up" => cafe::save_cafe_set_up(CafeForm),
    MoveSeat: "/do/move-seat" => cafe_plan::move_seat(PlanForm),
    LockPlan: "/do/lock-plan" => cafe_plan::lock_plan(PlanForm),
    MakeRule: "/do/make-rule" => cafe_plan::make_rule(PlanForm),
    UndoPlan: "/do/undo-plan" => cafe_plan::undo_plan(PlanForm),
    RedoPlan: "/do/redo-plan" => cafe_plan::redo_plan(PlanForm),
    RestorePlan: "/do/restore-plan" => cafe_plan::restore_plan(PlanForm),
    EmptyPlan: "/do/empty-plan" => cafe_plan::empty_plan(PlanForm),
    AddQuestion: "/do/add-question" => questions::add_question(QuestionForm),
    ChangeQuestion: "/do/change-question" => questions::change_question(QuestionForm),
    MoveQuestion: "/do/move-question" => questions::move_question(MoveForm),
    RemoveQuestion: "/do/remove-question" => questions::remove_question(RemoveQuestionForm),
    AddPerson: "/do/add-person" => people::add_person(AddPersonForm),
    CorrectRegistration: "/do/correct-registration" => people::correct_registration(PersonalForm),
    ConfirmRegistration: "/do/confirm-registration" => decisions::confirm_registration(RegistrationIdForm),
    CancelRegistration: "/do/cancel-registration" => decisions::cancel_registration(RegistrationIdForm),
    DeclineRegistration: "/do/decline-registration" => decisions::decline_registration(DeclineForm),
    MoveUp: "/do/move-up" => decisions::move_up(MoveUpForm),
    ImportPeople: "/do/import-people" => import::import_people(ImportForm, files),
    SolvePlan: "/do/solve-plan" => cafe_solving::solve_plan(MakePlanForm),
    DrawPlan: "/do/draw-plan" => cafe_solving::draw_plan(MakePlanForm),
    ChooseAlternative: "/do/choose-alternative" => cafe_solving::choose_alternative(MakePlanForm),
    ImportPlan: "/do/import-plan" => cafe_solving::import_plan(ImportPlanForm, files),
    WritePoint: "/do/write-point" => table::write_point(PointForm),
    MakeTableLinks: "/do/make-table-links" => links::make_table_links(TableLinksForm),
    RevokeTableLinks: "/do/revoke-table-links" => links::revoke_table_links(TableLinksForm),
    EditPoint: "/do/edit-point" => points::edit_point(EditPointForm),
    ShowPoint: "/do/show-point" => points::show_point(PointActionForm),
    MergePoints: "/do/merge-points" => points::merge_points(PointActionForm),
    MovePoint: "/do/move-point" => points::move_point(MoveForm),
    PublishResults: "/do/publish-results" => results::publish_results(ResultsForm),
    WithdrawResults: "/do/withdraw-results" => results::withdraw_results(ResultsForm),
    AddActionItem: "/do/add-action-item" => action_items::add_action_item(ActionItemForm),
    ChangeActionItem: "/do/change-action-item" => action_items::change_action_item(ActionItemForm),
    SetActionState: "/do/set-action-state" => action_items::set_action_state(ActionItemForm),
    RemoveActionItem: "/do/remove-action-item" => action_items::remove_action_item(ActionItemForm),
    AddSlot: "/do/add-slot" => slot::add_slot(SlotForm),
    ChangeSlot: "/do/change-slot" => slot::change_slot(SlotForm),
    RemoveSlot: "/do/remove-slot" => slot::remove_slot(SlotForm),
    AddWorkshop: "/do/add-workshop" => workshop::add_workshop(WorkshopForm),
    ChangeWorkshop: "/do/change-workshop" => workshop::change_workshop(WorkshopForm),
    CallWorkshopOff: "/do/call-workshop-off" => workshop::call_workshop_off(WorkshopIdForm),
    ReinstateWorkshop: "/do/reinstate-workshop" => workshop::reinstate_workshop(WorkshopIdForm),
    RemoveWorkshop: "/do/remove-workshop" => workshop::remove_workshop(WorkshopIdForm),
    SaveRooms: "/do/save-rooms" => rooms::save_rooms(RoomsForm),
    ImportWorkshops: "/do/import-workshops" => workshop_import::import_workshops(ImportWorkshopsForm, files),
    TakeOverWorkshops: "/do/take-over-workshops" => workshops::take_over_workshops(TakeOverForm),
    StopJob: "/do/stop-job" => jobs::stop_job(JobForm),
    ResumeJob: "/do/resume-job" => jobs::resume_job(JobForm),
    AddOrganisation: "/do/add-organisation" => organisations::add_organisation(OrganisationForm),
    ChangeOrganisation: "/do/change-organisation" => organisations::change_organisation(OrganisationForm),
    AddMember: "/do/add-member" => members::add_member(MemberForm),
    ChangeRole: "/do/change-role" => members::change_role(MemberForm),
    RemoveMember: "/do/remove-member" => members::remove_member(MemberForm),
    SendMailAgain: "/do/send-mail-again" => outgoing::send_mail_again(MailIdForm),
    SendRefusedAgain: "/do/send-refused-again" => outgoing::send_refused_again(EventIdForm),
    ResumeAddress: "/do/resume-address" => outgoing::resume_address(ResumeAddressForm),
    SendKeptMails: "/do/send-kept-mails" => outgoing::send_kept_mails(NetworkIdForm),
    LeaveKeptMails: "/do/leave-kept-mails" => outgoing::leave_kept_mails(NetworkIdForm),
    AddLogo: "/do/add-logo" => logos::add_logo(LogoForm, files),
    ChangeLogo: "/do/change-logo" => logos::change_logo(LogoForm),
    MoveLogo: "/do/move-logo" => logos::move_logo(MoveForm),
    RemoveLogo: "/do/remove-logo" => logos::remove_logo(LogoForm),
    ChangeNetwork: "/do/change-network" => networks::change_network(NetworkForm),
}

/// Actions that are not guarded against a second submission: the second one has no further effect, or each
/// response has a cookie of its own.
pub const UNGUARDED: &[&str] = &[
    Register::PATH,
    ConfirmAddress::PATH,
    RequestSignIn::PATH,
    SignIn::PATH,
    SignOut::PATH,
    ChooseLanguage::PATH,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::ROUTES;

    #[test]
    fn each_action_has_a_path_of_its_own() {
        let paths: HashSet<&str> = ROUTES.iter().map(|action| action.path).collect();
        assert_eq!(paths.len(), ROUTES.len());
        for path in paths {
            assert!(path.starts_with("/do/"), "{path}");
        }
    }
}
