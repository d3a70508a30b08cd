import Channels
import Dialogue
import Foundation
import Logging
import Storage
import TestSupport
import Testing

@testable import Facilitation

/// What people send that is not words: who hears of it, what is kept, and what goes when its sender is forgotten.
@Suite struct AttachmentTests {
    private struct Team {
        let reception: Reception

        @discardableResult
        func sends(_ who: String, _ content: Content) async throws -> Reception.Reply {
            try await reception.receive(
                InboundEvent(
                    channel: .generic,
                    account: Demo.account,
                    dedupeKey: UUID().uuidString,
                    sender: Sender(id: who),
                    conversation: Conversation(id: who, kind: .direct),
                    content: content
                )
            )
        }

        @discardableResult
        func says(_ who: String, _ text: String) async throws -> Reception.Reply {
            try await sends(who, .text(text))
        }

        func record(_ who: String, at url: String = "https://a.test/1.ogg", _ sha256: String? = nil) async throws {
            try await sends(who, .media(Media(kind: .audio, reference: url, type: "audio/ogg", sha256: sha256)))
        }

        func heard(_ who: String) async throws -> [String] {
            try await reception.store.read { store in
                let address = try store.address(account: Demo.account, external: who)
                return try store.messages(address: address?.id ?? "", after: 0, limit: 500)
                    .filter { $0.direction == .outbound }.map(\.text)
            }
        }

        func attachments() async throws -> [Storage.Attachment] {
            try await reception.store.read { try $0.attachments(establishment: "demo-escuela") }
        }

        /// The 5 Whys, led by somebody who does not answer, with the others in it and the first question open.
        func begins(_ people: String...) async throws {
            for text in [
                "UNIRME ARM234", "Coordinación", "en equipo, cada quien en su teléfono", "los 5 porqués",
            ] { try await says("paz", text) }
            let said = try await says("paz", "solo conduzco").messages.map(\.text).joined(separator: "\n")
            let code = String(try #require(said.firstMatch(of: /UNIRME ([A-Z0-9]{6})/)).1)
            for who in people {
                try await says(who, "UNIRME \(code)")
                try await says(who, "Docente")
            }
            try await says("paz", "siguiente")
        }

        func joins(_ who: String) async throws {
            try await says(who, "UNIRME ARM234")
            try await says(who, "Docente")
        }
    }

    @Test func whoeverLeadsIsToldAndWritesItDown() async throws {
        try await TestSupport.withReception { reception in
            var reception = reception
            reception.publicURL = "https://raiz.test"
            let team = Team(reception: reception)
            try await team.begins("ana", "luz", "eva")
            try await team.record("luz")
            let told = try #require(try await team.heard("paz").last)
            for words in ["3 (Docente)", "un audio", "«por 3:»", "https://raiz.test/look/ARM234"] {
                #expect(told.contains(words), "\(told)")
            }
            #expect(try await team.heard("luz").contains { $0.contains("¡Gracias! Recibí") })
            #expect(try await team.heard("ana").allSatisfy { !$0.contains("un audio") })
            try await team.says("ana", "por 3: no soy quien conduce")
            try await team.says("paz", "por 2: La mitad de las tareas llega incompleta")
            #expect(try await team.attachments().first?.transcription == nil)
            try await team.says("paz", "por 3: Las tareas llegan incompletas, mi correo es a@b.cl")
            let written = try #require(try await team.attachments().first?.transcription)
            #expect(written.hasPrefix("Las tareas llegan incompletas"))
            #expect(!written.contains("a@b.cl"))
        }
    }

    @Test func theNewestWithoutWordsIsTheOneWrittenDown() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            try await team.begins("ana", "luz")
            try await team.record("ana")
            try await team.record("ana")
            try await team.says("paz", "por 2: Lo segundo")
            #expect(try await team.attachments().map(\.transcription) == [nil, "Lo segundo"])
            try await team.says("paz", "por 2: Lo primero")
            #expect(try await team.attachments().map(\.transcription) == ["Lo primero", "Lo segundo"])
        }
    }

    @Test func whereNoAuthorIsPromisedNothingIsKept() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            try await team.begins("ana", "luz", "eva")
            for who in ["ana", "luz", "eva"] { try await team.says(who, "La mitad de las tareas llega incompleta") }
            for who in ["ana", "luz", "eva"] { try await team.says(who, "saltar") }
            let before = try await team.heard("paz").count
            let media = Media(kind: .image, reference: "https://a.test/1.png", caption: "la pauta cambia")
            let reply = try await team.sends("ana", .media(media))
            #expect(!reply.keepsFile)
            #expect(try await team.attachments().isEmpty)
            #expect(try await team.heard("paz").count == before)
            #expect(try await team.heard("ana").last?.contains("sin autor") == true)
            let texts = try await reception.store.read { store in
                let address = try #require(try store.address(account: Demo.account, external: "ana"))
                return try store.messages(address: address.id, after: 0, limit: 500).map(\.text)
            }
            #expect(texts.allSatisfy { !$0.contains("la pauta cambia") })
        }
    }

    // MARK: Fetching

    private func withServer(
        _ react: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction,
        _ body: (Team, Attachments, String) async throws -> Void
    ) async throws {
        try await TestSupport.withReception { reception in
            let server = try LoopbackServer(react: react)
            defer { server.stop() }
            let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true), environment: [:])
            let folder = FileManager.default.temporaryDirectory.appending(path: "raiz-test-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            try await reception.store.write { store in
                guard var account = try store.account(Demo.account) else { return }
                account.allowsPrivateHosts = true
                try store.save(account)
            }
            let attachments = Attachments(
                reception: reception,
                folder: folder,
                client: client,
                privateClient: client,
                logger: logger
            )
            let team = Team(reception: reception)
            try await team.joins("ana")
            try await body(team, attachments, server.url)
            await client.shutdown()
        }
    }

    private static let sound = Data("una voz".utf8)

    @Test func whatIsFetchedIsKeptAsItCame() async throws {
        try await withServer { _ in
            .answer(200, body: Self.sound)
        } _: { team, attachments, url in
            try await team.record("ana", at: url + "/1.ogg", Attachments.hash(Self.sound))
            #expect(try await attachments.fetchDue() == 1)
            let one = try #require(try await team.attachments().first)
            #expect(one.status == .stored)
            #expect(one.size == Self.sound.count)
            #expect(try Data(contentsOf: Attachments.file(one.message, in: attachments.folder)) == Self.sound)
            #expect(try await attachments.fetchDue() == 0)
        }
    }

    @Test(arguments: [
        (200, nil as String?, Storage.Attachment.Status.pending, "damaged"),
        (404, nil, .failed, "gone"), (410, nil, .failed, "gone"), (503, nil, .pending, "refused"),
        (200, "\(MediaLimits.bytes + 1)", .failed, "too-big"),
    ])
    func whatCannotBeHadSaysWhy(status: Int, length: String?, then: Storage.Attachment.Status, problem: String)
        async throws
    {
        let body = length == nil ? Self.sound : Data(count: MediaLimits.bytes + 1)
        try await withServer { _ in
            .answer(status, body: body)
        } _: { team, attachments, url in
            try await team.record("ana", at: url + "/1.ogg", length == nil ? Attachments.hash(Data("otra".utf8)) : nil)
            #expect(try await attachments.fetchDue() == 1)
            let one = try #require(try await team.attachments().first)
            #expect(one.status == then)
            #expect(one.problem == problem)
            let file = Attachments.file(one.message, in: attachments.folder)
            #expect(!FileManager.default.fileExists(atPath: file.path))
            if then == .pending { #expect(one.dueAt == TestSupport.moment.milliseconds + Attachments.waits[0]) }
        }
    }

    @Test func itIsTriedAgainAndThenGivenUp() async throws {
        try await withServer { _ in
            .answer(503)
        } _: { team, attachments, url in
            try await team.record("ana", at: url + "/1.ogg")
            for number in 1...(Attachments.waits.count + 1) {
                #expect(try await attachments.fetchDue() == 1)
                var one = try #require(try await team.attachments().first)
                #expect(one.attempts == number)
                #expect(one.status == (number > Attachments.waits.count ? .failed : .pending))
                one.dueAt = 0
                let due = one
                try await team.reception.store.write { try $0.save(due) }
            }
            #expect(try await attachments.fetchDue() == 0)
        }
    }

    @Test func nothingIsLeftOfWhoeverIsForgotten() async throws {
        try await withServer { _ in
            .answer(200, body: Self.sound)
        } _: { team, attachments, url in
            try await team.joins("luz")
            try await team.record("ana", at: url + "/1.ogg")
            try await team.record("luz", at: url + "/2.ogg")
            #expect(try await attachments.fetchDue() == 2)
            let both = try await team.attachments()
            try await team.says("ana", "borrar mis datos")
            try await team.says("ana", "sí")
            try await attachments.deleteDiscarded()
            #expect(try await team.attachments().map(\.message) == both.dropFirst().map(\.message))
            let files = both.map { Attachments.file($0.message, in: attachments.folder).path }
            #expect(files.map { FileManager.default.fileExists(atPath: $0) } == [false, true])
            #expect(try await team.reception.store.read { try $0.discardedFiles(limit: 9) }.isEmpty)
        }
    }

    @Test func whatArrivesAfterItsSenderIsForgottenIsNotKept() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let react: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction = { _ in
            ask.yield()
            gate.wait()
            return .answer(200, body: Self.sound)
        }
        try await withServer(react) { team, attachments, url in
            try await team.record("ana", at: url + "/1.ogg")
            let message = try #require(try await team.attachments().first?.message)
            async let fetched = attachments.fetchDue()
            for await _ in asked.prefix(1) {}
            try await team.says("ana", "borrar mis datos")
            try await team.says("ana", "sí")
            try await attachments.deleteDiscarded()
            gate.signal()
            #expect(try await fetched == 1)
            #expect(try await team.attachments().isEmpty)
            let file = Attachments.file(message, in: attachments.folder)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }
}
