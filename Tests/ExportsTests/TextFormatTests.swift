import Foundation
import Planning
import Testing

@testable import Exports

@Suite struct TextFormatTests {
    @Test func csv() {
        let expected = [
            "\u{FEFF}\"Establecimiento\";\"Capacidad\";\"Estado inicial (práctica actual)\";\"Evidencia\";"
                + "\"Causa raíz (hipótesis)\";\"Estado deseado (práctica deseada)\";\"Objetivo\";\"Meta\";\"Indicador\";"
                + "\"Estrategia\";\"Acción\";\"Responsable (cargo)\";\"Participantes\";\"Inicio\";\"Término\";\"Recursos\";"
                + "\"Medios de verificación\";\"Vínculo PME/PGI\";\"Riesgo o supuesto\";\"Origen\"",
            "\"Escuela Los Ñirres\";;\"Cada docente planifica solo;\nno hay \"\"hora común\"\".\";\"'=1+1\";;;;;;;;"
                + "\"Jefa\tde UTP 👩🏽‍🏫\";;\"05-03-2026\";\"30-11-2026\";;;;;",
            String(repeating: ";", count: 19),
            ";;;;;;\"\"\"Leer\"\" más\";;;;;;;;;;;;;\"Diálogo de 5 porqués, 12/03\"",
            "",
        ].joined(separator: "\r\n")
        #expect(Array(MatrixCSV.text(sample, locale: .spanish).utf8) == Array(expected.utf8))
    }

    @Test func csvQuoteWithCombiningAccentIsDoubled() {
        let matrix = Matrix(rows: [.init([.origin: .text("a\"\u{301};=1")])])
        let line = MatrixCSV.text(matrix, locale: .english).components(separatedBy: "\r\n")[1]
        #expect(Array(line.utf8) == Array((String(repeating: ";", count: 19) + "\"a\"\"\u{301};=1\"").utf8))
    }

    @Test func tsv() {
        let expected =
            "Establishment\tCapacity\tInitial state (current practice)\tEvidence\tRoot cause (hypothesis)\t"
            + "Desired state (desired practice)\tObjective\tGoal\tIndicator\tStrategy\tAction\tResponsible (role)\t"
            + "Participants\tStart\tEnd\tResources\tMeans of verification\tLink with the PME or PGI\t"
            + "Risk or assumption\tOrigin\n"
            + "Escuela Los Ñirres\t\tCada docente planifica solo; no hay \"hora común\".\t'=1+1\t\t\t\t\t\t\t\t"
            + "Jefa de UTP 👩🏽‍🏫\t\t05-03-2026\t30-11-2026\t\t\t\t\t\n"
            + String(repeating: "\t", count: 19) + "\n"
            + "\t\t\t\t\t\t\"\"\"Leer\"\" más\"\t\t\t\t\t\t\t\t\t\t\t\t\tDiálogo de 5 porqués, 12/03\n"
        #expect(MatrixTSV.text(sample, locale: .english) == expected)
    }

    @Test func json() throws {
        let data = try MatrixJSON.data(Matrix(rows: Array(sample.rows.dropFirst())), locale: .english)
        #expect(String(decoding: data, as: UTF8.self) == goldenJSON)
    }

    @Test func jsonKeepsWordsAndDaysExactly() throws {
        struct Document: Decodable { let rows: [Matrix.Row] }
        for matrix in [sample, Matrix(), Matrix(rows: Array(hard.rows.prefix(1)))] {
            let data = try MatrixJSON.data(matrix, locale: .spanish)
            #expect(try JSONDecoder().decode(Document.self, from: data).rows == matrix.rows)
        }
        #expect(try MatrixJSON.data(hard, locale: .spanish) == MatrixJSON.data(hard, locale: .spanish))
    }

    @Test func anEmptyMatrixStillHasHeadings() throws {
        #expect(MatrixCSV.text(Matrix(), locale: .english).hasSuffix(";\"Origin\"\r\n"))
        #expect(MatrixTSV.text(Matrix(), locale: .spanish).hasSuffix("\tOrigen\n"))
    }

    @Test(arguments: ExportLocale.allCases)
    func everyHeadingIsItsOwn(locale: ExportLocale) {
        let headings = MatrixHeadings.headings(locale)
        #expect(Set(headings).count == Matrix.Column.allCases.count)
        #expect(!headings.contains(""))
    }

    @Test(arguments: [
        (
            ExportFormat.xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "PK\u{3}\u{4}"
        ),
        (.csv, "csv", "text/csv; charset=utf-8", "\u{FEFF}\"Est"),
        (.tsv, "tsv", "text/tab-separated-values; charset=utf-8", "Estab"),
        (.json, "json", "application/json", "{\n"),
    ])
    func formats(format: ExportFormat, fileExtension: String, mediaType: String, beginning: String) throws {
        #expect(format.fileExtension == fileExtension)
        #expect(format.mediaType == mediaType)
        #expect(try export(sample, as: format, locale: .spanish).starts(with: beginning.utf8))
    }

    @Test func errorsSpeakBothLanguages() {
        let sentences = ExportError.Code.allCases.flatMap { code in
            ExportLocale.allCases.map { ExportError(code, "").sentence($0) }
        }
        #expect(Set(sentences).count == ExportError.Code.allCases.count * 2)
    }
}

private let goldenJSON = """
    {
      "columns" : [
        {
          "heading" : "Establishment",
          "id" : "establishment"
        },
        {
          "heading" : "Capacity",
          "id" : "capacity"
        },
        {
          "heading" : "Initial state (current practice)",
          "id" : "initialState"
        },
        {
          "heading" : "Evidence",
          "id" : "evidence"
        },
        {
          "heading" : "Root cause (hypothesis)",
          "id" : "rootCause"
        },
        {
          "heading" : "Desired state (desired practice)",
          "id" : "desiredState"
        },
        {
          "heading" : "Objective",
          "id" : "objective"
        },
        {
          "heading" : "Goal",
          "id" : "goal"
        },
        {
          "heading" : "Indicator",
          "id" : "indicator"
        },
        {
          "heading" : "Strategy",
          "id" : "strategy"
        },
        {
          "heading" : "Action",
          "id" : "action"
        },
        {
          "heading" : "Responsible (role)",
          "id" : "responsible"
        },
        {
          "heading" : "Participants",
          "id" : "participants"
        },
        {
          "heading" : "Start",
          "id" : "start"
        },
        {
          "heading" : "End",
          "id" : "end"
        },
        {
          "heading" : "Resources",
          "id" : "resources"
        },
        {
          "heading" : "Means of verification",
          "id" : "verification"
        },
        {
          "heading" : "Link with the PME or PGI",
          "id" : "link"
        },
        {
          "heading" : "Risk or assumption",
          "id" : "risk"
        },
        {
          "heading" : "Origin",
          "id" : "origin"
        }
      ],
      "rows" : [
        {

        },
        {
          "objective" : "\\"Leer\\" más",
          "origin" : "Diálogo de 5 porqués, 12/03"
        }
      ]
    }

    """
