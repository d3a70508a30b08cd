import Foundation
import Planning
import Testing

@testable import Exports

/// Looks into the workbook with Python's standard library, as another program would.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
struct WorkbookContentTests {
    @Test func wordsStayWords() throws {
        let strings = try part("xl/sharedStrings.xml", of: hard)
        let sheet = try part("xl/worksheets/sheet1.xml", of: hard)
        #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink") && !sheet.contains("<mergeCell"))
        for text in [
            "<si><t>Liceo Ñuñoa – Ó ü 👩🏽‍🏫 🇨🇱</t></si>",
            "<si><t xml:space=\"preserve\">Primera línea\nsegunda línea\n\n  con sangría  </t></si>",
            "<si><t>=HYPERLINK(\"http://example.org\";\"ver\")</t></si>",
            "<si><t>abcdefgh\ni</t></si>",
            "<si><t>&lt;r&gt;&lt;t&gt;1 &lt; 2 &amp; \"x\" &gt; 'y'&lt;/t&gt;&lt;/r&gt; ]]&gt; &amp;amp;</t></si>",
            "<si><t>_x005F_x0041_ y _x005F_x000D_</t></si>",
            "<si><t>2026</t></si>", "<si><t>TRUE</t></si>", "<si><t>http://example.org/a?b=c</t></si>",
            "<si><t>30-02-2026</t></si>", "<si><t>31-12-1899</t></si>",
        ] {
            #expect(strings.contains(text), "\(text)")
        }
    }

    @Test func tooLongTextIsCutAtACharacterAndSaysSo() throws {
        let strings = try part("xl/sharedStrings.xml", of: hard)
        let cell = try #require(strings.components(separatedBy: "<t>").first { $0.hasPrefix("👩🏽‍🏫á") })
        let text = try #require(cell.components(separatedBy: "</t>").first)
        let notice = "… [Texto cortado: una celda de Excel admite 32.767 caracteres.]"
        #expect(text.hasSuffix(notice))
        let kept = text.dropLast(notice.count)
        #expect(kept.allSatisfy { $0 == "👩🏽‍🏫" || $0 == "á" })
        #expect(text.utf16.count <= Workbook.longestText && text.utf16.count > Workbook.longestText - 7)
    }

    @Test func textAtTheLimitIsWhole() throws {
        let text = String(repeating: "ñ", count: Workbook.longestText)
        let strings = try part("xl/sharedStrings.xml", of: Matrix(rows: [.init([.origin: .text(text)])]))
        #expect(strings.contains("<t>\(text)</t>"))
    }

    @Test func daysAreNumbersWithADateFormat() throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: hard)
        #expect(sheet.contains(/<c r="N2" s="\d+"><v>46081<\/v>/))
        #expect(sheet.contains(/<c r="O4" s="\d+"><v>2958465<\/v>/))
        #expect(try part("xl/styles.xml", of: hard).contains("formatCode=\"dd-mm-yyyy\""))
    }

    @Test func rowsAreHighEnoughForTheirWords() throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: hard)
        #expect(sheet.contains(/<row r="1" [^>]*ht="36" customHeight="1"/))
        #expect(sheet.contains(/<row r="2" [^>]*ht="408" customHeight="1"/))
        #expect(sheet.contains(/<row r="3" spans="1:20">/))
    }

    @Test(arguments: [(Matrix(), "A1:T1"), (sample, "A1:T4")])
    func theTableIsFramed(matrix: Matrix, range: String) throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: matrix)
        for element in [
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            "<autoFilter ref=\"\(range)\"/>", "<pageSetUpPr fitToPage=\"1\"/>", "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
        ] {
            #expect(sheet.contains(element), "\(element)")
        }
        #expect(try part("xl/workbook.xml", of: matrix).contains("'Matriz de planificación'!$1:$1</definedName>"))
    }

    @Test func thePropertiesNameNobody() throws {
        let core = try part("docProps/core.xml", of: sample)
        #expect(core.contains("<dc:title>Matriz de planificación</dc:title>"))
        #expect(core.contains("<dc:subject>Del estado inicial al estado deseado</dc:subject>"))
        #expect(core.contains("<dc:creator></dc:creator>"))
        #expect(core.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z</dcterms:created>"))
    }

    /// A part of the workbook, as `MatrixWorkbook.write` puts it on disk.
    private func part(_ name: String, of matrix: Matrix) throws -> String {
        try withPrivateDirectory { directory throws(ExportError) in
            let path = directory + "/m.xlsx"
            try MatrixWorkbook.write(matrix, locale: .spanish, to: path)
            let script = "import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"
            guard let pipe = popen("/usr/bin/python3 -c '\(script)' '\(path)' '\(name)'", "r") else {
                throw ExportError(.temporaryFile, "popen")
            }
            var bytes: [UInt8] = []
            var byte = getc(pipe)
            while byte != EOF {
                bytes.append(UInt8(truncatingIfNeeded: byte))
                byte = getc(pipe)
            }
            guard pclose(pipe) == 0 else { throw ExportError(.temporaryFile, "python3") }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
