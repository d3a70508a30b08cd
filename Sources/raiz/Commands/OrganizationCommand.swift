import ArgumentParser
import Facilitation
import Foundation
import Storage

/// `raiz organization`: the organizations of the house, and whom their people turn to.
struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: "Muestra las organizaciones y dice a quién se acude por los derechos.",
        subcommands: [OrganizationList.self, OrganizationSetContact.self],
        defaultSubcommand: OrganizationList.self
    )
}

extension House {
    /// The organization of that id; without one, the only one there is.
    func organization(_ id: String?, in store: SQLiteStore) async throws -> Organization {
        let all = try await store.read { try $0.organizations() }
        let ids = all.map(\.id).joined(separator: ", ")
        if let id {
            if let found = all.first(where: { $0.id == id }) { return found }
            throw Complaint(
                code: "unknown-organization",
                sentence: "No hay una organización «\(id)». Hay: \(ids)."
            )
        }
        if let only = all.first, all.count == 1 { return only }
        throw Complaint(
            code: "which-organization",
            sentence: all.isEmpty
                ? "Todavía no hay organizaciones. Partan con «raiz serve --demo»."
                : "Digan de qué organización es, con --organization: \(ids)."
        )
    }
}

/// `raiz organization list`.
struct OrganizationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Muestra las organizaciones, con su contacto."
    )

    func run() async throws {
        let house = try House(try await Settings.read())
        for organization in try await house.store().read({ try $0.organizations() }) {
            print("\(organization.id)  \(organization.name)  \(organization.contact ?? "sin contacto")")
        }
    }
}

/// `raiz organization set-contact`: what flows say as {{contact}}.
struct OrganizationSetContact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-contact",
        abstract: "Dice a quién acuden las personas por sus derechos.",
        discussion: """
            Lo dicen los avisos, donde el texto trae {{contact}}: una oficina y cómo encontrarla, no una persona. \
            Las conversaciones que ya empezaron siguen con lo que sabían.
            """
    )

    @Argument(help: "Por ejemplo: «Oficina de Datos del DAEM, datos@daem.example». Vacío (\"\") lo quita.")
    var contact: String

    @Option(help: "La organización, si hay más de una.")
    var organization: String?

    /// The longest contact, in characters: it stands inside a message.
    private static let limit = 200

    func run() async throws {
        let said = contact.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard said.count <= Self.limit else {
            throw Complaint(
                code: "long-contact",
                sentence: "El contacto tiene \(said.count) caracteres y caben \(Self.limit)."
            )
        }
        let house = try House(try await Settings.read())
        let store = try house.store()
        let id = try await house.organization(organization, in: store).id
        let changed = try await store.write { store -> Organization? in
            guard var organization = try store.organizations().first(where: { $0.id == id }) else { return nil }
            organization.contact = said.isEmpty ? nil : said
            try store.save(organization)
            return organization
        }
        print("\(changed?.name ?? id): \(said.isEmpty ? "sin contacto" : said)")
    }
}
