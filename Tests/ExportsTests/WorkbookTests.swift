import Foundation
import Planning
import Testing

@testable import Exports

@Suite struct WorkbookTests {
    @Test func theSameMatrixGivesTheSameBytes() throws {
        let date = Date(timeIntervalSince1970: 1_773_500_000)
        let first = try MatrixWorkbook.data(hard, locale: .spanish, created: date)
        #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(try MatrixWorkbook.data(hard, locale: .spanish, created: date) == first)
        #expect(try MatrixWorkbook.data(hard, locale: .spanish) != first)
    }

    @Test func manyAtOnceDoNotDisturbEachOther() async throws {
        let alone = try MatrixWorkbook.data(sample, locale: .english)
        try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<16 { group.addTask { try MatrixWorkbook.data(sample, locale: .english) } }
            for try await data in group { #expect(data == alone) }
        }
    }

    @Test func nothingIsWrittenWithoutClose() throws {
        try withPrivateDirectory { directory throws(ExportError) in
            let path = directory + "/x.xlsx"
            let workbook = try Workbook(path: path, temporaryDirectory: directory, sheet: "A")
            try workbook.write("Hola", row: 0, column: 0, style: .words, notice: "")
            #expect(!FileManager.default.fileExists(atPath: path))
            try workbook.close()
            #expect(FileManager.default.fileExists(atPath: path))
            do throws(ExportError) {
                let path = directory + "/left.xlsx"
                let left = try Workbook(path: path, temporaryDirectory: directory, sheet: "A")
                try left.write("Hola", row: 2_000_000, column: 0, style: .words, notice: "")
                try left.close()
            } catch {
                #expect(error.code == .tooLarge)
            }
            #expect(!FileManager.default.fileExists(atPath: directory + "/left.xlsx"))
        }
    }

    @Test func aWorkbookThatCannotBeSavedSaysSo() throws {
        let error = try withPrivateDirectory { directory throws(ExportError) -> ExportError? in
            do throws(ExportError) {
                let path = directory + "/missing/x.xlsx"
                try Workbook(path: path, temporaryDirectory: directory, sheet: "A").close()
                return nil
            } catch {
                return error
            }
        }
        #expect(error?.code == .file)
        #expect(error?.detail.isEmpty == false)
    }

    @Test(arguments: ["Más de treinta y un caracteres aquí", "a/b", "'a"])
    func sheetNamesThatExcelRefuses(name: String) {
        let error = #expect(throws: ExportError.self) {
            try Workbook(path: "/nowhere/x.xlsx", temporaryDirectory: "/nowhere", sheet: name).close()
        }
        #expect(error?.code == .content)
    }

    @Test func aPathThatCannotBeWrittenLeavesNothing() {
        let error = #expect(throws: ExportError.self) {
            try MatrixWorkbook.write(sample, locale: .spanish, to: "/nonexistent-folder/matriz.xlsx")
        }
        #expect(error?.code == .file)
    }

    @Test func privateDirectoriesAreClosedToOthersAndGoAway() throws {
        var seen: [String] = []
        try withPrivateDirectory { directory throws(ExportError) in
            seen.append(directory)
            let mode = try? FileManager.default.attributesOfItem(atPath: directory)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o700)
            #expect(FileManager.default.createFile(atPath: directory + "/words", contents: Data("Hola".utf8)))
        }
        let error = #expect(throws: ExportError.self) {
            try withPrivateDirectory { directory throws(ExportError) in
                seen.append(directory)
                throw ExportError(.content, "x")
            }
        }
        #expect(error == ExportError(.content, "x"))
        #expect(seen.count == 2)
        for path in seen { #expect(!FileManager.default.fileExists(atPath: path)) }
        let parent = #expect(throws: ExportError.self) { try withPrivateDirectory(in: "/nonexistent") { _ in } }
        #expect(parent?.code == .temporaryFile)
    }
}
