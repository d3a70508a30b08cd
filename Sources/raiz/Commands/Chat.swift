import ArgumentParser
import Dialogue
import Facilitation
import Foundation
import Scripts

/// `raiz chat FLOW`: plays a flow in the terminal.
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Conversa un flujo en la terminal.",
        discussion: "Termina con el flujo, con «salir» o con Ctrl+D. No guarda nada en la base."
    )

    @Argument(help: "El flujo, por su id o su nombre: five-whys, «los 5 porqués».")
    var flow: String

    @Option(help: "Idioma: es-CL o en.")
    var locale = "es-CL"

    @Option(help: "solo o group.")
    var mode = "solo"

    @Option(help: "El día que se finge, como 2026-11-21; sin él, hoy.")
    var today: String?

    @Option(help: "Escribe lo conversado como conversación de referencia en este archivo; «-» la muestra al final.")
    var golden: String?

    func run() async throws {
        let settings = try await Settings.read()
        let library = try Library(folder: try House.home(settings))
        let ids = library.flows.keys.sorted()
        let titles = ids.map { library.flows[$0]?.program.title(in: locale) ?? $0 }
        guard let index = ids.firstIndex(of: flow) ?? closest(flow, among: ids + titles).map({ $0 % ids.count }),
            let program = library.flows[ids[index]]?.program
        else {
            throw Complaint(
                code: "unknown-flow",
                sentence: "No hay un flujo «\(flow)». Hay: \(ids.joined(separator: ", "))."
            )
        }
        guard library.locales.contains(locale) else {
            throw Complaint(
                code: "unknown-locale",
                sentence: "No hay un idioma «\(locale)». Hay: \(library.locales.joined(separator: ", "))."
            )
        }
        guard let mode = Mode(rawValue: mode), program.modes.contains(mode) else {
            let modes = program.modes.map(\.rawValue).joined(separator: ", ")
            throw Complaint(code: "unknown-mode", sentence: "«\(program.flow)» se conversa en: \(modes).")
        }
        let surroundings = try Surroundings.live(timeZone: settings.timeZone)
        var moment = surroundings.moment()
        if let today {
            guard let day = CalendarDay(iso: today) else {
                throw Complaint(code: "bad-day", sentence: "«\(today)» no es un día. Escríbanlo así: 2026-11-21.")
            }
            moment.today = day
        }
        var conversation = GoldenConversation(flow: program.flow, locale: locale, mode: mode, today: moment.today)
        var rehearsal = Rehearsal(program)
        show(rehearsal.take(.opened(mode: mode, parties: [Party(id: "1", locale: locale)], given: [:]), at: moment))
        while !rehearsal.state.isOver, let line = readLine() {
            conversation.said.append((GoldenConversation.team, line))
            show(rehearsal.take(.said(party: "1", .text(line)), at: moment))
        }
        guard let golden else { return }
        let text = conversation.played(on: program).text
        if golden == "-" {
            print("\n" + text, terminator: "")
        } else {
            try text.write(toFile: golden, atomically: true, encoding: .utf8)
        }
    }

    private func show(_ messages: [Message]) {
        for message in messages { print(GoldenConversation.text(of: message) + "\n") }
    }
}
