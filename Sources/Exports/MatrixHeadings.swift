import Planning

/// The words above the columns, and how wide each column is.
package enum MatrixHeadings {
    /// The name of the sheet and the title of the document; at most 31 characters, Excel's limit.
    package static func title(_ locale: ExportLocale) -> String {
        switch locale {
        case .spanish: "Matriz de planificación"
        case .english: "Planning matrix"
        }
    }

    /// What the document is about, in one line.
    package static func subject(_ locale: ExportLocale) -> String {
        switch locale {
        case .spanish: "Del estado inicial al estado deseado"
        case .english: "From the initial to the desired state"
        }
    }

    /// The heading of a column.
    package static func heading(_ column: Matrix.Column, _ locale: ExportLocale) -> String {
        switch locale {
        case .spanish: spanish(column)
        case .english: english(column)
        }
    }

    /// All headings, in the order of the columns.
    package static func headings(_ locale: ExportLocale) -> [String] {
        Matrix.Column.allCases.map { heading($0, locale) }
    }

    /// The width of a column, in characters of the sheet's font. Together they stay legible on one landscape page.
    package static func width(_ column: Matrix.Column) -> Double {
        switch column {
        case .initialState, .desiredState, .action: 20
        case .evidence, .rootCause, .objective: 18
        case .goal, .indicator, .strategy, .verification, .risk: 15
        case .establishment, .responsible, .participants, .resources, .link, .origin: 13
        case .capacity: 12
        case .start, .end: 11
        }
    }

    private static func spanish(_ column: Matrix.Column) -> String {
        switch column {
        case .establishment: "Establecimiento"
        case .capacity: "Capacidad"
        case .initialState: "Estado inicial (práctica actual)"
        case .evidence: "Evidencia"
        case .rootCause: "Causa raíz (hipótesis)"
        case .desiredState: "Estado deseado (práctica deseada)"
        case .objective: "Objetivo"
        case .goal: "Meta"
        case .indicator: "Indicador"
        case .strategy: "Estrategia"
        case .action: "Acción"
        case .responsible: "Responsable (cargo)"
        case .participants: "Participantes"
        case .start: "Inicio"
        case .end: "Término"
        case .resources: "Recursos"
        case .verification: "Medios de verificación"
        case .link: "Vínculo PME/PGI"
        case .risk: "Riesgo o supuesto"
        case .origin: "Origen"
        }
    }

    private static func english(_ column: Matrix.Column) -> String {
        switch column {
        case .establishment: "Establishment"
        case .capacity: "Capacity"
        case .initialState: "Initial state (current practice)"
        case .evidence: "Evidence"
        case .rootCause: "Root cause (hypothesis)"
        case .desiredState: "Desired state (desired practice)"
        case .objective: "Objective"
        case .goal: "Goal"
        case .indicator: "Indicator"
        case .strategy: "Strategy"
        case .action: "Action"
        case .responsible: "Responsible (role)"
        case .participants: "Participants"
        case .start: "Start"
        case .end: "End"
        case .resources: "Resources"
        case .verification: "Means of verification"
        case .link: "Link with the PME or PGI"
        case .risk: "Risk or assumption"
        case .origin: "Origin"
        }
    }
}
