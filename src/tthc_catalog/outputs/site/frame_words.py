# The frame speaks Vietnamese; for readers who do not, the same frame can speak English. The words
# of records are law and stay as they are. Templates and modules are written in Vietnamese, as their
# readers see them, and this table is the only place that knows another language: what it does not
# hold stays Vietnamese, and a test tells which words of a template it lacks.

"""The words of the frame in English."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

ENGLISH: dict[str, str] = {
    # --- navigation and titles
    "Trang chủ": "Home",
    "Tìm kiếm": "Search",
    "Việc trong đời": "Life events",
    "Lĩnh vực": "Field",
    "Cơ quan": "Agencies",
    "Cơ quan thực hiện": "Carried out by",
    "Cấp thực hiện": "Level",
    "Danh mục A–Z": "From A to Z",
    "danh mục A–Z": "list from A to Z",
    "Thay đổi": "Changes",
    "Quyết định": "Decision",
    "Niêm yết": "Posting",
    "Niêm yết:": "Posting:",
    "Niêm yết thủ tục hành chính": "Sheets to post",
    "Thống kê": "Statistics",
    "Theo dõi": "Follow",
    "Theo dõi thay đổi": "Follow changes",
    "Dữ liệu mở": "Open data",
    "Đường dẫn": "You are here",
    "Các trang của danh sách": "Pages of the list",
    "Tìm thủ tục": "Find a procedure",
    "Mở danh mục trang": "Open the menu",
    "Chuyển tới nội dung": "Skip to content",
    # --- home, search, lists
    "thủ tục đang thực hiện": "procedures in force",
    "thủ tục đang thực hiện.": "procedures in force.",
    "Bạn đang gặp việc gì?": "What is happening in your life?",
    "Xem cả": "See all",
    "việc": "events",
    "lĩnh vực": "fields",
    "thủ tục": "procedures",
    "Theo lĩnh vực": "By field",
    "Theo cấp thực hiện": "By level",
    "Theo cơ quan": "By agency",
    "Theo cơ quan thực hiện": "By agency",
    "Sắp có hiệu lực": "Coming into force",
    "Thay đổi mới nhất": "Latest changes",
    "Xem mọi thay đổi": "See all changes",
    "Danh mục này chưa ghi thay đổi nào.": "This catalogue records no change yet.",
    "Xem thêm": "More",
    "Bản in để niêm yết": "Sheet to post",
    "cho nơi tiếp nhận hồ sơ": "for offices that receive dossiers",
    "nguồn tin, lịch, thư điện tử": "feed, calendar, e-mail",
    "Nội dung được trình bày theo ngày": "Shown as on",
    "Bạn cần làm thủ tục gì?": "Which procedure do you need?",
    "Tìm": "Search",
    "Gõ có dấu hay không dấu, tên gọi thường ngày, mã thủ tục hoặc số quyết định.": (
        "Type with or without diacritics: an everyday name, a code or the number of a decision."
    ),
    "Hoặc xem": "Or see the",
    "Tất cả": "All",
    "Lọc kết quả": "Filter results",
    "Danh sách thủ tục": "Lists of procedures",
    "Ô tìm kiếm cần mã chạy trong trình duyệt (JavaScript), mà trình duyệt của bạn không chạy mã. "
    "Lời bạn vừa gõ vì vậy chưa được tìm; hãy chọn trong các danh sách dưới đây, hoặc xem": (
        "The search needs JavaScript, which your browser does not run, so nothing was searched for "
        "yet. Please choose from the lists below, or see"
    ),
    "việc trong đời": "life events",
    "Bạn đang ngoại tuyến": "You are offline",
    "Trang này chưa được lưu trên máy của bạn.": "This page is not kept on your device.",
    "Máy của bạn chưa có mạng, và trang này chưa được lưu trên máy. Những trang bạn đã mở trước "
    "đây vẫn xem được, tên thủ tục vẫn tìm được.": (
        "There is no network, and this page is not kept on your device. Pages that you opened "
        "before can still be read, and names of procedures can still be searched."
    ),
    "Thử mở lại trang vừa rồi": "Try to open the page again",
    "Đã lưu sẵn:": "Kept on your device:",
    "Tìm theo chữ cái đầu của tên thủ tục:": "By the first letter of the name:",
    "hoặc theo lĩnh vực:": "or by field:",
    "Có": "There are",
    "· Cấp": "· Level:",
    "Chọn việc bạn đang gặp; mỗi việc gồm các thủ tục cần làm, theo thứ tự thường làm.": (
        "Choose what is happening; each event lists what to do, in the usual order."
    ),
    "Danh mục này chưa xếp thủ tục theo việc.": "This catalogue lists no life events yet.",
    "Không thấy việc của bạn?": "Not found?",
    "Tìm theo tên": "Search by name",
    ", xem": ", look",
    "theo lĩnh vực": "by field",
    "hoặc": "or at the",
    "Tình trạng": "Status",
    "Việc khác": "Other events",
    "nguồn không nêu": "not stated by the source",
    "Tùy cách nộp": "Depends on the channel",
    "Tùy trường hợp": "Depends on the case",
    "Thuộc việc": "Part of",
    "Thủ tục xếp theo lĩnh vực.": "Procedures by field.",
    "Thủ tục xếp theo cơ quan trực tiếp thực hiện.": "Procedures by the agency in charge.",
    "Thủ tục xếp theo cấp thực hiện.": "Procedures by level.",
    "Mọi thủ tục theo thứ tự chữ cái; không kể chữ “Thủ tục” ở đầu tên.": (
        "All procedures in alphabetical order; “Thủ tục” at the beginning does not count."
    ),
    # --- a procedure
    "Tên đầy đủ:": "Full name:",
    "Nội dung dưới đây áp dụng từ ngày": "What follows applies since",
    "Nội dung dưới đây ghi nhận ngày": "What follows was recorded on",
    "; nguồn chưa cho biết ngày bắt đầu áp dụng.": (
        "; the source does not say since when it applies."
    ),
    "từ ngày": "since",
    "theo": "by",
    ". Hiện chưa nộp hồ sơ được.": ". Dossiers cannot be filed now.",
    ": thủ tục này có hiệu lực từ ngày": ": this procedure is in force from",
    "Không còn nộp hồ sơ theo thủ tục này.": "Dossiers are no longer filed under this procedure.",
    "Danh mục này không ghi thủ tục nào thay thế; hãy": "No successor is recorded here;",
    "tìm thủ tục khác": "search for another one",
    "hoặc hỏi nơi tiếp nhận hồ sơ.": "or ask the receiving office.",
    "Nay thực hiện theo:": "Now carried out as:",
    "Sắp thay đổi": "Changes soon",
    "Từ ngày": "From",
    ", thực hiện theo": ", carried out as",
    "nội dung thay đổi": "the content changes",
    "Xem sẽ thay đổi gì": "See what will change",
    "Không còn thực hiện ở cấp": "No longer carried out at level",
    "Dưới đây là nội dung trước khi hết hiệu lực, giữ lại để tra cứu.": (
        "Below is the content before it ended, kept for reference."
    ),
    "chưa có mã quốc gia": "no national code yet",
    "Nguồn không nêu": "Not stated by the source",
    "Nguồn không nêu.": "Not stated by the source.",
    "Nguồn không nêu; hãy hỏi nơi tiếp nhận": "Not stated by the source; ask the receiving office",
    "và": "and",
    "nội dung khác": "more",
    "Thay đổi gần nhất": "Latest change",
    "· Đã nộp hồ sơ trước đó?": "· Filed before?",
    "Xem hồ sơ theo bản nào": "See which version governs",
    "Trong trang này": "On this page",
    "Đã thay đổi gì": "What has changed",
    "Hồ sơ của tôi theo bản nào?": "Which version governs my dossier?",
    "Các bản của thủ tục này": "Versions of this procedure",
    "Trường hợp nào cũng cần": "Needed in every case",
    "Thêm, nếu là:": "In addition, for:",
    "Không thêm gì, nếu là:": "Nothing more, for:",
    "các trường hợp khác": "other cases",
    "(nếu có)": "(if any)",
    "trong nguồn": "in the source",
    ", ký ngày": ", signed on",
    "Nội dung": "Content",
    "Trước": "Before",
    "Sau": "After",
    "không có": "none",
    "bỏ": "dropped",
    "Chỉ khác cách viết:": "Only worded differently:",
    "Một trong hai nguồn không nêu, nên không rõ có thay đổi hay không:": (
        "One of the two sources does not state it, so nobody knows whether it changed:"
    ),
    "Ngày nơi tiếp nhận đã nhận hồ sơ": "Day on which the office received the dossier",
    "Ngày nhận hồ sơ": "Received",
    "Áp dụng": "Governed by",
    "Vì sao": "Why",
    "(ngày ghi nhận, chưa rõ ngày có hiệu lực)": "(day of recording; day of effect unknown)",
    "mã": "id",
    "so sánh với bản trước": "compare with the version before",
    "Dữ liệu JSON": "JSON data",
    "Báo chỗ sai": "Report a mistake",
    "Xem, sửa tệp dữ liệu": "See or edit the data file",
    "Nhanh nhất": "Quickest",
    "Rẻ nhất": "Cheapest",
    "Nhẹ hơn": "Lighter",
    "Nặng hơn": "Heavier",
    "Ghi nhận lần đầu": "First recorded",
    "Đang có hiệu lực": "In force",
    "Tạm ngưng": "Suspended",
    "Chưa có hiệu lực": "Not yet in force",
    "Đã bãi bỏ": "Abolished",
    "Đã được thay thế": "Replaced",
    "Hết hiệu lực": "Expired",
    "Trực tiếp": "In person",
    "Trực tuyến": "Online",
    "Bưu chính": "By post",
    "Cấp bộ": "Ministries",
    "Cấp tỉnh": "Provinces",
    "Cấp huyện": "Districts",
    "Cấp xã": "Communes",
    "Cơ quan khác": "Other agencies",
    "mọi hình thức": "all channels",
    "không có hoặc nguồn không nêu": "none, or not stated by the source",
    "chưa rõ": "unknown",
    "Chưa rõ": "Unknown",
    "đang áp dụng": "in force",
    "sắp áp dụng": "coming",
    "đã đính chính": "corrected",
    "Mã": "Code",
    "không còn dùng": "is no longer used",
    "Danh mục này không giữ nội dung của mã cũ.": "This catalogue does not hold the old code.",
    "Không có trang này": "There is no such page",
    "Địa chỉ có thể đã gõ thiếu, hoặc trang chưa bao giờ có. Thủ tục đã bãi bỏ hoặc thay thế vẫn "
    "còn trang riêng: hãy tìm theo tên hoặc mã.": (
        "The address may be incomplete, or there never was such a page. Abolished and replaced "
        "procedures keep their pages: search by name or code."
    ),
    # --- versions
    "· mã phiên bản": "· version",
    "Bản này đang áp dụng.": "This version is in force.",
    "Bản in có mã phiên bản": "A sheet that bears version",
    "vẫn đúng.": "still holds.",
    "sẽ có thay đổi": "it will change",
    "Thủ tục đang tạm ngưng.": "The procedure is suspended.",
    "Hiện chưa nộp hồ sơ được; nội dung của bản này không đổi.": (
        "Dossiers cannot be filed now; what this version says is unchanged."
    ),
    "Bản này chưa áp dụng.": "This version is not yet in force.",
    "Áp dụng từ ngày": "In force from",
    "Hiện áp dụng:": "In force now:",
    "Nội dung của bản này vẫn đúng.": "What this version says still holds.",
    "Thủ tục": "The procedure",
    "được công bố lại": "was published again",
    "mà không đổi nội dung. Bản hiện hành:": "with the same content. Version in force:",
    "Bản này có chỗ sai và đã được đính chính": "This version held a mistake and was corrected",
    ". Bản hiện hành:": ". Version in force:",
    "Thủ tục này không còn thực hiện": "This procedure is no longer carried out",
    "Bản này không còn áp dụng": "This version is no longer in force",
    "Bản niêm yết hiện nay": "The sheet to post today",
    "So sánh với bản trước": "Compare with the version before",
    "Nếu bạn đã chuẩn bị theo bản này": "If you prepared by this version",
    "Dấu vân tay của phiên bản (SHA-256):": "Fingerprint of the version (SHA-256):",
    "Làm từ các tài liệu sau, dấu như trong sổ dấu vân tay": (
        "Made of these documents, whose fingerprints stand in the ledger"
    ),
    "Toàn văn của bản này": "Full text of this version",
    "Xem thủ tục hiện nay": "See the procedure today",
    "ngày": "on",
    "Phải chuẩn bị thêm": "To prepare in addition",
    "Không còn cần nữa": "No longer needed",
    "Thuận lợi hơn": "Easier",
    "Chặt hơn hoặc tốn hơn": "Stricter or dearer",
    "Cũng có thay đổi": "Also changed",
    "So sánh hai bản": "Two versions compared",
    "(đã đính chính)": "(corrected)",
    "Với người làm thủ tục": "For whoever applies",
    "Hai bản cạnh nhau": "Side by side",
    "Giống nhau ở hai bản:": "The same in both:",
    "Bản": "Version",
    "với": "with",
    "So sánh": "Compare",
    "Một trong hai bản không nêu, nên không rõ có thay đổi hay không:": (
        "One of the two does not state it, so nobody knows whether it changed:"
    ),
    "Một bên không nêu nên không so sánh được": "Not stated by one of the two: cannot be compared",
    "Trình duyệt của bạn không chạy mã, nên không ghép được hai bản tùy chọn. Trang của mỗi thủ "
    "tục có mục “Các bản của thủ tục này”: từng bản và so sánh với bản trước, đọc được ngay.": (
        "Your browser runs no scripts, so two chosen versions cannot be put together. Each "
        "procedure's page lists its versions, each with a comparison with the one before."
    ),
    "Hai bản bất kỳ của một thủ tục cạnh nhau, từng phần, có đánh dấu chỗ thêm và chỗ bỏ.": (
        "Any two versions of a procedure side by side, part by part, with what was added and left "
        "out."
    ),
    # --- changes, decisions
    "Mới nhất": "Latest",
    "Theo tháng có hiệu lực": "By month of effect",
    "Quyết định công bố": "Decisions of publication",
    "Văn bản không có điều khoản hiệu lực": "The text has no clause on its effect",
    "(các dòng có hiệu lực:": "(rows in force:",
    "Đối chiếu phụ lục với dữ liệu": "Annex and records compared",
    "Phụ lục và dữ liệu khớp nhau.": "Annex and records agree.",
    "Có chỗ khác nhau giữa phụ lục và dữ liệu.": "Annex and records differ.",
    "Phụ lục chép từ bản ký, dữ liệu ghi từ nội dung từng thủ tục; chỗ khác nhau được nêu ra, "
    "không được sửa, theo": (
        "The annex is copied from the signed text, records tell each procedure's content; "
        "differences are shown, not mended, by"
    ),
    "các quy tắc kiểm tra": "the rules of checking",
    "Có thể là hợp nhất": "Possibly a merger",
    "Quyết định không nói thủ tục mới nào thay cho thủ tục bị bãi bỏ nào. Dưới đây chỉ là suy đoán "
    "từ tên, chưa được xác nhận.": (
        "The decision does not say which new procedure takes over from which abolished one. This "
        "is only inferred from their names and not confirmed."
    ),
    "có thể gồm:": "may consist of:",
    "(giống": "(alike",
    "Loại": "Kind",
    "Số dòng": "Rows",
    "Số mã khác nhau": "Distinct codes",
    "Theo dữ liệu": "By the records",
    "Số in và số dòng": "Printed count and rows",
    "dòng không có mã": "rows without a code",
    "khớp": "agree",
    "khác": "differ",
    "Phụ lục ở đây chưa chép đủ các dòng của văn bản.": "Not all rows are copied here.",
    "dòng)": "rows)",
    "Đối chiếu": "Comparison",
    "Không có": "None",
    "Dữ liệu chưa có:": "Not in the records:",
    "phụ lục in": "the annex prints",
    "dữ liệu ghi": "the records say",
    "Quyết định này không có dòng phụ lục nào trong dữ liệu.": "No row of its annex is recorded.",
    "Dữ liệu có mà phụ lục không nêu": "In the records, not in the annex",
    "không in": "not printed",
    # --- sheets, following, figures, data
    "Mỗi thủ tục có một bản in khổ A4, đen trắng, chữ lớn. Mã QR trên bản in dẫn tới trang cho "
    "biết bản đó còn đúng không.": (
        "Each procedure has a sheet: A4, black and white, large print. Its QR code leads to a page "
        "that says whether the sheet still holds."
    ),
    "Chọn cơ quan hoặc cấp của nơi niêm yết. Bản thay đổi gần nhất đứng đầu, nên chỉ cần in lại "
    "những bản mới hơn ngày đã dán.": (
        "Choose the agency or level of your office. The latest come first: print again only what "
        "is newer than the day of posting."
    ),
    "bản in, bản có nội dung mới nhất ở trên. Mở một bản rồi in, hoặc in nhiều bản trong một "
    "lần.": "sheets, the latest first. Open one and print it, or print many at once.",
    "để trống nếu chưa dán lần nào": "leave empty if none was posted before",
    "Chọn mọi bản trong trang này": "All sheets of this page",
    "In các bản đã chọn": "Print the chosen sheets",
    "Chọn bản in": "Sheet",
    "Các bản niêm yết": "Sheets to post",
    "Trang": "Page",
    "In các bản niêm yết": "Print sheets to post",
    "In": "Print",
    "Các bản niêm yết đã chọn trong một lần in, mỗi bản bắt đầu ở một trang giấy mới.": (
        "The chosen sheets in one print job, each starting on a new page."
    ),
    "Trình duyệt của bạn không chạy mã, nên không gom được nhiều bản; hãy mở và in từng bản ở "
    "trang": (
        "Your browser runs no scripts, so sheets cannot be gathered; open and print them one by "
        "one:"
    ),
    "Ngày đã dán ở nơi niêm yết": "Day on which they were posted",
    "Nội dung từ ngày": "Content since",
    "(ghi nhận)": "(recorded)",
    "Không cần đăng ký: dán địa chỉ dưới đây vào trình đọc tin hoặc ứng dụng lịch.": (
        "Nothing to sign up for: paste an address below into a feed reader or calendar."
    ),
    "Mọi thay đổi": "All changes",
    "Nguồn tin": "Feed",
    "nguồn tin": "feed",
    ": từng thay đổi khi được công bố; lần đính chính là một mục mới.": (
        ": each change as it is published; a correction is a new entry."
    ),
    "Lịch ngày có hiệu lực": "Calendar of days of effect",
    ": ngày sắp tới và đã qua.": ": coming and past days.",
    "Mỗi thủ tục còn có nguồn tin riêng, ở cuối trang của thủ tục đó.": (
        "Each procedure has a feed of its own, at the end of its page."
    ),
    "Thư gửi sẵn": "Ready e-mail",
    "Cơ quan có danh sách thư điện tử có thể chép lời thư của từng tháng:": (
        "Agencies with a mailing list may copy the text of a month:"
    ),
    "của": "of",
    "lịch": "calendar",
    "Tính từ": "Counted over",
    "thủ tục đang thực hiện và các thay đổi ghi trong danh mục, đến ngày": (
        "procedures in force and the changes that the catalogue records, up to"
    ),
    "Bảng số liệu:": "Table:",
    "Danh mục chưa đủ dữ liệu để thống kê.": "The catalogue holds too little for figures.",
    "thủ tục với toàn bộ lịch sử, ở dạng máy đọc được, không cần đăng ký hay khóa truy cập.": (
        "procedures with their whole history, for machines, without registration or key."
    ),
    "Bắt đầu từ đâu": "Where to begin",
    "Mục lục (JSON)": "Index (JSON)",
    ": mọi tệp, số lượng, phiên bản của định dạng.": ": all files, counts, version of the format.",
    "Bảng thủ tục (CSV)": "Table of procedures (CSV)",
    ": mở được bằng bảng tính.": ": for spreadsheets.",
    "Nhật ký thay đổi (JSON)": "Log of changes (JSON)",
    ": mỗi thay đổi một số thứ tự chỉ tăng; nhớ số cuối đã đọc để biết “từ đó đến nay có gì "
    "mới”.": (
        ": each change has a growing number; remember the last one read to ask what is new."
    ),
    "Từng thủ tục": "Each procedure",
    "có hai tệp dữ liệu:": "has two files:",
    "(hiện trạng, mọi bản, dấu vân tay của từng bản) và": (
        "(state, all versions, their fingerprints) and"
    ),
    "(dữ liệu liên kết theo CPSV-AP).": "(linked data, CPSV-AP).",
    "CPSV-AP chỉ cho một thời hạn cho cả thủ tục, nên tệp liên kết ghi thời hạn dài nhất ở thủ "
    "tục và ghi đúng nguyên văn thời hạn, mức phí ở từng cách nộp.": (
        "CPSV-AP allows one processing time for a procedure: the linked file gives the longest "
        "there, and each channel's own time and fee word for word."
    ),
    "Lược đồ": "Schemas",
    "Định dạng mang số phiên bản": "The format has version",
    ": có thể thêm trường, không đổi tên hay bỏ trường.": (
        ": fields may be added, never renamed or dropped."
    ),
    # --- cited texts
    "Văn bản được viện dẫn đã thay đổi": "Cited texts that changed",
    "Văn bản pháp luật bị bãi bỏ, được thay thế, sửa đổi, hết hiệu lực mà thủ tục đang thực hiện "
    "còn viện dẫn, từ ngày nào, theo văn bản nào.": (
        "Legal texts that were repealed, replaced, amended or have ended and that procedures in "
        "force still cite: since when, by which text."
    ),
    "Các thủ tục đang thực hiện còn viện dẫn những văn bản dưới đây làm căn cứ.": (
        "Procedures in force still cite the following texts as their grounds."
    ),
    "Đã hết hiệu lực": "No longer in force",
    "Sẽ hết hiệu lực, hoặc chưa rõ từ ngày nào": "Ending, or ended on an unknown day",
    "Được sửa đổi, bổ sung": "Amended",
    "thủ tục viện dẫn": "procedures cite it",
    "· viện dẫn": "· citing",
    "· đã viện dẫn cả văn bản mới": "· citing the new text as well",
    "Mọi văn bản được viện dẫn mà danh mục biết đều còn hiệu lực và chưa được sửa đổi.": (
        "Every cited text that the catalogue knows is in force and has not been amended."
    ),
    # --- official terms of the records
    "Áp dụng đến hết ngày": "In force until",
    "Bị thay thế bởi": "Replaced by",
    "Các mã bị thay thế": "Codes replaced",
    "Cách thức thực hiện": "Channels",
    "Căn cứ": "Grounds",
    "Căn cứ pháp lý": "Legal grounds",
    "Có mẫu điện tử": "Electronic form",
    "Cơ quan ban hành": "Issued by",
    "Cơ quan công bố": "Published by",
    "Cơ quan giải quyết": "Agencies",
    "Cơ quan trực tiếp thực hiện": "Carried out by",
    "Cơ quan có thẩm quyền quyết định": "Decided by",
    "Cơ quan được ủy quyền": "Delegated to",
    "Cơ quan phối hợp": "Together with",
    "Đính chính": "Correction",
    "Địa bàn áp dụng": "Territory",
    "Địa chỉ tiếp nhận hồ sơ": "Where to file",
    "Đối tượng thực hiện": "Who may apply",
    "Ghi chú": "Note",
    "Hình thức nộp": "Channel",
    "Hồ sơ đã nhận trước ngày hiệu lực": "Dossiers received before",
    "Kết quả thực hiện": "Result",
    "Loại thủ tục": "Type",
    "Mã thủ tục": "Code",
    "Mẫu đơn, mẫu tờ khai": "Forms",
    "Mức độ trực tuyến": "Online level",
    "Ngày có hiệu lực": "Day of effect",
    "Ngày hết hiệu lực": "Expires",
    "Ngày hiệu lực riêng của dòng": "Row's own day of effect",
    "Ngày ký": "Signed on",
    "Nguồn": "Source",
    "Phí, lệ phí": "Fees",
    "Phí, lệ phí như in": "Fees as printed",
    "Phụ lục": "Annex",
    "Số bản chính": "Originals",
    "Số bản sao": "Copies",
    "Số lượng hồ sơ (bộ)": "Number of sets",
    "Số quyết định": "Decision",
    "Sự kiện": "Event",
    "Tên thủ tục": "Name",
    "Thành phần, số lượng hồ sơ": "Papers to bring",
    "Thay thế quyết định": "Replaces decision",
    "Theo quyết định của bộ": "After the ministry's decision",
    "Thời hạn": "Time limit",
    "Thời hạn có hiệu lực của kết quả": "Validity of the result",
    "Thời hạn giải quyết": "Processing time",
    "Thời hạn như in": "Time limit as printed",
    "Thời hạn theo quy định (trước cắt giảm)": "Time limit by law (before reduction)",
    "Thời hạn trước cắt giảm": "Time limit before reduction",
    "Thủ tục liên quan": "Related procedures",
    "Tổng số như in": "Totals as printed",
    "Trình tự thực hiện": "Steps",
    "Văn bản quy định": "Regulation",
    "Yêu cầu, điều kiện": "Conditions",
    "Sửa đổi, bổ sung": "Amended",
    "Mới ban hành": "New",
    "Thay thế": "Replaced",
    "Bãi bỏ": "Abolished",
    # --- what rests on a day of recording, on a province, on a note
    "Theo tháng ghi nhận": "By month of recording",
    "Nguồn không cho biết ngày có hiệu lực của những thay đổi này; chỉ biết chúng đã có vào ngày "
    "ghi nhận.": (
        "The source does not say when these changes took effect, only that they had by the day on "
        "which they were recorded."
    ),
    "Thủ tục liên quan có nội dung mới hơn (": "A related procedure is of a later day (",
    "Có thể liên quan, danh mục không ghi là thay thế:": (
        "Possibly related; the catalogue does not say that they take its place:"
    ),
    "Xem ghi chú, trường hợp khác": "See notes and other cases",
    "(theo ngày ghi nhận, chưa rõ ngày có hiệu lực)": (
        "(by the day of recording; the day of effect is not known)"
    ),
    "(ghi nhận ngày": "(recorded on",
    ", ghi nhận ngày": ", recorded on",
    ", chưa rõ từ ngày nào)": ", not known since when)",
    "Đã có bản khác": "There is another version",
    "; chưa rõ bản đó áp dụng từ ngày nào. Bản hiện hành:": (
        "; it is not known since when it applies. Version in force:"
    ),
    "sẽ bãi bỏ": "will be abolished",
    "sẽ được thay thế": "will be replaced",
    "sẽ hết thời hạn áp dụng": "will lapse",
    # --- what an office takes down
    "Phải gỡ xuống": "To be taken down",
    "Thủ tục không còn thực hiện hoặc đang tạm ngưng; bản in còn dán thì gỡ xuống.": (
        "No longer carried out, or suspended; a sheet that still hangs must come down."
    ),
    "Ngày": "Day",
    "gần như chưa có nội dung, không nên dán": "hardly any content; better not posted",
    "thôi thực hiện": "ends",
}  # fmt: skip
"""What each word or sentence of the frame is in English."""

LANGUAGES = ("vi", "en")

_TOKEN = re.compile(r"(\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>)", re.DOTALL)
_TOLD = re.compile(r'((?:aria-label|content)=")([^"{]*[^"{ ])')
_QUOTED = re.compile(r'"([^"\n]*)"')
_LINK = re.compile(r"(<a [^>]*>)([^<]*)</a>")
_SPOKEN = re.compile(r"^<a(?= )|<(?:p|ul)(?=>)")
_VIETNAMESE = re.compile(r"[À-ỹđĐ]")


def word(words: str, language: str) -> str:
    """Return words of the frame in a language; what the table lacks stays as it is."""
    return ENGLISH.get(words, words) if language == "en" else words


def translated(source: str) -> str:
    """Return a template whose own words are English; its expressions stay as they are."""
    return "".join(
        _token(piece) if number % 2 else _text(piece)
        for number, piece in enumerate(_TOKEN.split(source))
    )


def _text(piece: str) -> str:
    return "\n".join(
        line.replace(line.strip(), ENGLISH.get(line.strip(), line.strip()))
        for line in piece.split("\n")
    )


def _token(piece: str) -> str:
    if piece.startswith("<"):
        return _TOLD.sub(lambda found: found[1] + ENGLISH.get(found[2], found[2]), piece)
    return _QUOTED.sub(lambda found: f'"{ENGLISH.get(found[1], found[1])}"', piece)


def spoken(value: object) -> object:
    """Return what an expression of an English template prints: records marked as Vietnamese."""
    if isinstance(value, Markup):
        if not value.startswith(("<a ", "<p>", "<ul>")) or not _VIETNAMESE.search(value):
            return value
        text = str(value)
        if (link := _LINK.fullmatch(text)) and unescape(link[2]) in ENGLISH:
            text = f"{link[1]}{escape(ENGLISH[unescape(link[2])])}</a>"
        else:
            text = _SPOKEN.sub(r'\g<0> lang="vi"', text)
        return Markup(text)  # noqa: S704 - was safe and stays so
    if not isinstance(value, str) or not _VIETNAMESE.search(value):
        return value
    if value in ENGLISH:
        return ENGLISH[value]
    return Markup(f'<span lang="vi">{escape(value)}</span>')  # noqa: S704 - escaped in the same line
