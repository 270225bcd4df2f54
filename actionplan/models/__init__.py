from actionplan.models.action import Action
from actionplan.models.aim_decision import AimDecision
from actionplan.models.answer import Answer
from actionplan.models.assessment import Assessment
from actionplan.models.attachment import Attachment
from actionplan.models.barrier import Barrier
from actionplan.models.comment import Comment
from actionplan.models.entered_figure import EnteredFigure
from actionplan.models.finding import Finding
from actionplan.models.indicator import Indicator
from actionplan.models.kind_of_record import KindOfRecord
from actionplan.models.notice import Notice
from actionplan.models.notice_import import ImportedFile, NoticeImport
from actionplan.models.notice_lot import NoticeLot
from actionplan.models.number_series import NumberSeries
from actionplan.models.objective import Objective
from actionplan.models.own_score import OwnScore
from actionplan.models.plan import Plan
from actionplan.models.procedure import Procedure, ProcedureAmount, ProcedureLot
from actionplan.models.record import Record
from actionplan.models.section import Section
from actionplan.models.solution import Solution
from actionplan.models.supplier import Supplier, SupplierUpload
from actionplan.models.version import PlanVersion, Publication, PublishedName, VersionFile, VersionGaps

__all__ = [
    "Action",
    "AimDecision",
    "Answer",
    "Assessment",
    "Attachment",
    "Barrier",
    "Comment",
    "EnteredFigure",
    "Finding",
    "ImportedFile",
    "Indicator",
    "KindOfRecord",
    "Notice",
    "NoticeImport",
    "NoticeLot",
    "NumberSeries",
    "Objective",
    "OwnScore",
    "Plan",
    "PlanVersion",
    "Procedure",
    "ProcedureAmount",
    "ProcedureLot",
    "Publication",
    "PublishedName",
    "Record",
    "Section",
    "Solution",
    "Supplier",
    "SupplierUpload",
    "VersionFile",
    "VersionGaps",
]
