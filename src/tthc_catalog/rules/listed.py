# Which rules there are, scope by scope. A new one is an import and a line here, and a test tells
# who forgets them.

"""Every rule, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.rules.abolished_but_not_in_force import abolished_but_not_in_force
from tthc_catalog.rules.abolished_without_ground import abolished_without_ground
from tthc_catalog.rules.agency_after_its_end import agency_after_its_end
from tthc_catalog.rules.amended_basis import amended_basis
from tthc_catalog.rules.amended_but_unchanged import amended_but_unchanged
from tthc_catalog.rules.annex_not_copied import annex_not_copied
from tthc_catalog.rules.calendar_year_missing import calendar_year_missing
from tthc_catalog.rules.change_not_declared import change_not_declared
from tthc_catalog.rules.channel_listed_twice import channel_listed_twice
from tthc_catalog.rules.channel_without_time_limit import channel_without_time_limit
from tthc_catalog.rules.correction_of_unknown_decision import correction_of_unknown_decision
from tthc_catalog.rules.cut_longer_than_law import cut_longer_than_law
from tthc_catalog.rules.decision_effective_before_signing import decision_effective_before_signing
from tthc_catalog.rules.decision_not_resolved import decision_not_resolved
from tthc_catalog.rules.decision_number_near import decision_number_near
from tthc_catalog.rules.decision_without_record import decision_without_record
from tthc_catalog.rules.declared_kind_differs import declared_kind_differs
from tthc_catalog.rules.district_level_after_its_end import district_level_after_its_end
from tthc_catalog.rules.document_twice import document_twice
from tthc_catalog.rules.dossier_without_papers import dossier_without_papers
from tthc_catalog.rules.dropped_part_not_there import dropped_part_not_there
from tthc_catalog.rules.duplicate_citation import duplicate_citation
from tthc_catalog.rules.effective_before_signing import effective_before_signing
from tthc_catalog.rules.effective_day_differs import effective_day_differs
from tthc_catalog.rules.ended_still_related import ended_still_related
from tthc_catalog.rules.expires_before_start import expires_before_start
from tthc_catalog.rules.file_not_read import file_not_read
from tthc_catalog.rules.form_not_listed import form_not_listed
from tthc_catalog.rules.free_with_amount import free_with_amount
from tthc_catalog.rules.lapsed_reduction import lapsed_reduction
from tthc_catalog.rules.later_document_without_day import later_document_without_day
from tthc_catalog.rules.legal_document_days import legal_document_days
from tthc_catalog.rules.merge_inferred import merge_inferred
from tthc_catalog.rules.merge_printed_as_amendment import merge_printed_as_amendment
from tthc_catalog.rules.misplaced_file import misplaced_file
from tthc_catalog.rules.name_begins_with_thu_tuc import name_begins_with_thu_tuc
from tthc_catalog.rules.name_cites_ended_agency import name_cites_ended_agency
from tthc_catalog.rules.name_ends_with_stop import name_ends_with_stop
from tthc_catalog.rules.new_but_in_force import new_but_in_force
from tthc_catalog.rules.new_row_without_code import new_row_without_code
from tthc_catalog.rules.no_agency import no_agency
from tthc_catalog.rules.no_effective_clause import no_effective_clause
from tthc_catalog.rules.no_legal_basis import no_legal_basis
from tthc_catalog.rules.no_result import no_result
from tthc_catalog.rules.no_transition_rule import no_transition_rule
from tthc_catalog.rules.not_in_order_of_publication import not_in_order_of_publication
from tthc_catalog.rules.old_online_level import old_online_level
from tthc_catalog.rules.one_sided_succession import one_sided_succession
from tthc_catalog.rules.online_level_without_channel import online_level_without_channel
from tthc_catalog.rules.paper_listed_twice import paper_listed_twice
from tthc_catalog.rules.papers_without_count import papers_without_count
from tthc_catalog.rules.partial_online_without_reason import partial_online_without_reason
from tthc_catalog.rules.passive_replacement import passive_replacement
from tthc_catalog.rules.printed_code_differs import printed_code_differs
from tthc_catalog.rules.printed_value_kept import printed_value_kept
from tthc_catalog.rules.published_too_late import published_too_late
from tthc_catalog.rules.repealed_basis import repealed_basis
from tthc_catalog.rules.replaced_but_in_force import replaced_but_in_force
from tthc_catalog.rules.replaced_without_successor import replaced_without_successor
from tthc_catalog.rules.restated_after_end import restated_after_end
from tthc_catalog.rules.restated_unchanged import restated_unchanged
from tthc_catalog.rules.restated_with_fewer import restated_with_fewer
from tthc_catalog.rules.resumed_without_suspension import resumed_without_suspension
from tthc_catalog.rules.row_code_one_digit_off import row_code_one_digit_off
from tthc_catalog.rules.row_level_differs import row_level_differs
from tthc_catalog.rules.row_name_differs import row_name_differs
from tthc_catalog.rules.row_not_carried_out import row_not_carried_out
from tthc_catalog.rules.row_of_unknown_code import row_of_unknown_code
from tthc_catalog.rules.row_part_differs import row_part_differs
from tthc_catalog.rules.row_twice import row_twice
from tthc_catalog.rules.row_without_code import row_without_code
from tthc_catalog.rules.same_name_same_level import same_name_same_level
from tthc_catalog.rules.search_table_fault import search_table_fault
from tthc_catalog.rules.subject_in_list import subject_in_list
from tthc_catalog.rules.succession_cycle import succession_cycle
from tthc_catalog.rules.succession_kinds_differ import succession_kinds_differ
from tthc_catalog.rules.suspended_without_reason import suspended_without_reason
from tthc_catalog.rules.suspicious_amount import suspicious_amount
from tthc_catalog.rules.text_not_nfc import text_not_nfc
from tthc_catalog.rules.time_limit_stated_twice import time_limit_stated_twice
from tthc_catalog.rules.total_differs import total_differs
from tthc_catalog.rules.unknown_agency import unknown_agency
from tthc_catalog.rules.unknown_agency_successor import unknown_agency_successor
from tthc_catalog.rules.unknown_field import unknown_field
from tthc_catalog.rules.unknown_procedure_of_event import unknown_procedure_of_event
from tthc_catalog.rules.unknown_publisher import unknown_publisher
from tthc_catalog.rules.unknown_successor import unknown_successor
from tthc_catalog.rules.unregistered_legal_document import unregistered_legal_document

if TYPE_CHECKING:
    from tthc_catalog.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    # Each document of a life.
    abolished_without_ground,
    agency_after_its_end,
    channel_listed_twice,
    channel_without_time_limit,
    correction_of_unknown_decision,
    cut_longer_than_law,
    decision_not_resolved,
    decision_number_near,
    decision_without_record,
    district_level_after_its_end,
    dossier_without_papers,
    dropped_part_not_there,
    duplicate_citation,
    effective_before_signing,
    effective_day_differs,
    expires_before_start,
    form_not_listed,
    free_with_amount,
    lapsed_reduction,
    later_document_without_day,
    name_begins_with_thu_tuc,
    name_cites_ended_agency,
    name_ends_with_stop,
    no_agency,
    no_legal_basis,
    no_result,
    old_online_level,
    online_level_without_channel,
    paper_listed_twice,
    papers_without_count,
    partial_online_without_reason,
    printed_code_differs,
    printed_value_kept,
    restated_unchanged,
    restated_with_fewer,
    subject_in_list,
    suspended_without_reason,
    suspicious_amount,
    time_limit_stated_twice,
    unknown_agency,
    unknown_field,
    unregistered_legal_document,
    # A whole life.
    document_twice,
    not_in_order_of_publication,
    restated_after_end,
    resumed_without_suspension,
    # A decision, its annex and what the records say.
    abolished_but_not_in_force,
    amended_but_unchanged,
    annex_not_copied,
    change_not_declared,
    decision_effective_before_signing,
    declared_kind_differs,
    merge_inferred,
    merge_printed_as_amendment,
    new_but_in_force,
    new_row_without_code,
    no_effective_clause,
    no_transition_rule,
    passive_replacement,
    published_too_late,
    replaced_without_successor,
    row_code_one_digit_off,
    row_level_differs,
    row_name_differs,
    row_not_carried_out,
    row_of_unknown_code,
    row_part_differs,
    row_twice,
    row_without_code,
    total_differs,
    unknown_publisher,
    # The catalogue as a whole.
    amended_basis,
    calendar_year_missing,
    ended_still_related,
    file_not_read,
    legal_document_days,
    misplaced_file,
    one_sided_succession,
    repealed_basis,
    replaced_but_in_force,
    same_name_same_level,
    search_table_fault,
    succession_cycle,
    succession_kinds_differ,
    text_not_nfc,
    unknown_agency_successor,
    unknown_procedure_of_event,
    unknown_successor,
)
"""Every rule, in the order in which the documentation lists them."""
