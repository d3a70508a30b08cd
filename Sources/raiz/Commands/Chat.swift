import ArgumentParser
import Dialogue
import Facilitation
import Foundation
import Scripts

/// `raiz chat FLOW`: plays a flow in the terminal, alone or with several people.
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Conversa un flujo en la terminal.",
        discussion: """
            Termina con el flujo, con «salir» o con Ctrl+D. No guarda nada en la base.
            Con varias personas, cada línea dice quién habla: «ana: una causa». «guía: siguiente» conduce, \
            «time: 5» adelanta cinco minutos, «join: eva» y «leave: eva» hacen entrar y salir.
            """
    )

    @Argument(help: "El flujo, por su id o su nombre: five-whys, «los 5 porqués».")
    var flow: String

    @Option(help: "Idioma: es-CL o en.")
    var locale = "es-CL"

    @Option(help: "solo, group o team; con --people, team.")
    var mode: String?

    @Option(help: "Cuántas personas responden, cada una por su lado.")
    var people = 1

    @Flag(help: "Sin una guía aparte: conduce la primera persona.")
    var noFacilitator = false

    @Option(help: "El día que se finge, como 2026-11-21; sin él, hoy.")
    var today: String?

    @Option(help: "Escribe lo conversado como conversación de referencia en este archivo; «-» la muestra al final.")
    var golden: String?

    @Option(help: "Lo que dejó una conversación anterior, de un archivo de --golden; se puede repetir.")
    var remember: [String] = []

    @Option(help: "El sostenedor que se finge, para {{organization}}.")
    var organization: String?

    @Option(help: "El establecimiento que se finge, para {{establishment}}.")
    var establishment: String?

    @Option(help: "A quién se acude por los derechos, para {{contact}}.")
    var contact: String?

    func run() async throws {
        let settings = try await Settings.read()
        let library = try House.library(settings)
        let program = try library.program(named: flow, locale: locale)
        let wanted = mode ?? (people > 1 ? "team" : "solo")
        guard let mode = Mode(rawValue: wanted), program.modes.contains(mode) else {
            let modes = program.modes.map(\.rawValue).joined(separator: ", ")
            throw Complaint(code: "unknown-mode", sentence: "«\(program.flow)» se conversa en: \(modes).")
        }
        guard (1...Limits.parties).contains(people) else {
            throw Complaint(code: "too-many-people", sentence: "Pueden ser entre 1 y \(Limits.parties) personas.")
        }
        var day = try Surroundings.live(timeZone: settings.timeZone).moment().today
        if let today {
            guard let wanted = CalendarDay(iso: today) else {
                throw Complaint(code: "bad-day", sentence: "«\(today)» no es un día. Escríbanlo así: 2026-11-21.")
            }
            day = wanted
        }
        let names = ["ana", "luz", "eva", "sol", "paz", "rosa", "inés", "vera"]
        let everyone = (0..<people).map { $0 < names.count ? names[$0] : "p\($0 + 1)" }
        var conversation = GoldenConversation(
            flow: program.flow,
            locale: locale,
            mode: mode,
            today: day,
            people: mode == .team ? everyone : [GoldenConversation.team],
            facilitator: mode == .team && !noFacilitator ? "guía" : nil
        )
        let isEnglish = locale.hasPrefix("en")
        conversation.place = Place(
            organization: organization
                ?? (program.says("organization", in: locale)
                    ? isEnglish ? "the Valle Hermoso schools office" : "DAEM de Valle Hermoso" : nil),
            establishment: establishment
                ?? (program.says("establishment", in: locale)
                    ? isEnglish ? "Los Aromos School" : "Escuela Los Aromos" : nil),
            contact: contact
        )
        for file in remember { conversation.remember(try String(contentsOfFile: file, encoding: .utf8)) }
        try play(conversation, program)
    }

    private func play(_ conversation: GoldenConversation, _ program: Program) throws {
        var stage = Stage(conversation, program)
        var shown = 0
        func showNew() {
            for line in stage.lines.dropFirst(shown) { print(line) }
            shown = stage.lines.count
        }
        stage.open()
        shown = (stage.lines.firstIndex(of: "") ?? -1) + 1
        showNew()
        while !stage.rehearsal.state.isOver, let line = readLine() {
            guard conversation.mode == .team else {
                stage.take(GoldenConversation.team, line)
                shown += 1
                showNew()
                continue
            }
            guard let colon = line.firstIndex(of: ":") else {
                print("¿Quién habla? Escriban «ana: …», «guía: siguiente» o «time: 5».")
                continue
            }
            stage.take(String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
            shown += 1
            showNew()
        }
        stage.close()
        guard let golden else { return showNew() }
        guard golden != "-" else { return print("\n" + stage.lines.joined(separator: "\n")) }
        try (stage.lines.joined(separator: "\n") + "\n").write(toFile: golden, atomically: true, encoding: .utf8)
    }
}

extension Program {
    /// Whether a name is filled in somewhere in its words.
    fileprivate func says(_ name: String, in locale: String) -> Bool {
        (phrases[locale] ?? [:]).values.contains { phrase in
            let texts = phrase.text + [phrase.one, phrase.alone, phrase.short, phrase.help].compactMap(\.self)
            return texts.flatMap(placeholders).contains(name)
        }
    }
}

extension Library {
    /// The program that somebody names, by id or title, with a typo or two.
    func program(named name: String, locale: String) throws -> Program {
        guard locales.contains(locale) else {
            throw Complaint(
                code: "unknown-locale",
                sentence: "No hay un idioma «\(locale)». Hay: \(locales.joined(separator: ", "))."
            )
        }
        let ids = flows.keys.sorted()
        let titles = ids.map { flows[$0]?.program.title(in: locale) ?? $0 }
        guard let index = ids.firstIndex(of: name) ?? closest(name, among: ids + titles).map({ $0 % ids.count }),
            let program = flows[ids[index]]?.program
        else {
            throw Complaint(
                code: "unknown-flow",
                sentence: "No hay un flujo «\(name)». Hay: \(ids.joined(separator: ", "))."
            )
        }
        return program
    }
}
