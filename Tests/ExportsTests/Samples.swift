import Planning

/// A small matrix with most of what is difficult in text files.
let sample = Matrix(rows: [
    .init([
        .establishment: .text("Escuela Los Ñirres"),
        .initialState: .text("Cada docente planifica solo;\r\nno hay \"hora común\"."),
        .evidence: .text("=1+1"),
        .start: .day(year: 2026, month: 3, day: 5),
        .end: .day(year: 2026, month: 11, day: 30),
        .responsible: .text("Jefa\tde UTP 👩🏽‍🏫"),
    ]),
    .init(),
    .init([.objective: .text("\"Leer\" más"), .origin: .text("Diálogo de 5 porqués, 12/03")]),
])

/// What a workbook must survive: every cell here has bitten some exporter.
let hard = Matrix(rows: [
    .init([
        .establishment: .text("Liceo Ñuñoa – Ó ü 👩🏽‍🏫 🇨🇱"),
        .initialState: .text("Primera línea\r\nsegunda línea\n\n  con sangría  "),
        .evidence: .text("=HYPERLINK(\"http://example.org\";\"ver\")"),
        .rootCause: .text(String(repeating: "👩🏽‍🏫á", count: 5_000)),
        .desiredState: .text("a\u{0}b\u{1}c\u{8}d\u{1B}e\u{7F}f\u{9F}g\u{FFFE}h\u{B}i"),
        .objective: .text("<r><t>1 < 2 & \"x\" > 'y'</t></r> ]]> &amp;"),
        .action: .text("_x0041_ y _x000D_"),
        .responsible: .text("2026"),
        .start: .day(year: 2026, month: 2, day: 28),
        .end: .day(year: 2026, month: 2, day: 30),
        .indicator: .text("http://example.org/a?b=c"),
        .verification: .text(""),
        .origin: .text("TRUE"),
    ]),
    .init(),
    .init([.start: .day(year: 1899, month: 12, day: 31), .end: .day(year: 9999, month: 12, day: 31)]),
])
