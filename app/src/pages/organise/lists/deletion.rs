//! `/organise/lists/{list}/delete`: a distribution list is deleted.

use leptos::prelude::*;
use planner::Paging;
use ui::{
    components::{ConfirmNotice, Form, Hidden, Tone, set_summary_label},
    shell::page,
    text::t,
    visit::planner,
};

use super::{list_of_path, path_of};
use crate::{
    api::{actions::DeleteDistributionList, authorise::network_asked_for},
    pages::organise::contacts::{PageBelow, PeopleTab},
};

#[component]
pub fn DeleteDistributionListPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let record = planner()
            .distribution_list(&right, list_of_path()?, "", Paging::page(0, 1))
            .await?;
        let name = record.list.name.to_string();
        let question = t!("distribution-delete-question", name = name.as_str());
        let consequences = vec![t!("distribution-delete-stays", n = record.page.total)];
        let back = path_of(network, record.list.id, "");
        let list = record.list.id.to_string();
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Lists
                title=t!("distribution-delete")
                about=name.clone()
                back=(back.clone(), name)
            >
                <ConfirmNotice title=question tone=Tone::Bad consequences>
                    <Form to=DeleteDistributionList::PATH>
                        {set_summary_label("list", &t!("distribution-delete"))}
                        <Hidden name="network" value=network.to_string()/>
                        <Hidden name="list" value=list/>
                        <div class="row">
                            <button class="button harm">{t!("distribution-delete")}</button>
                            <a class="button" href=back>{t!("decide-back")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </PageBelow>
        })
    })
}
