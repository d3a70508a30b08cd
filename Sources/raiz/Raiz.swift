import ArgumentParser
import Channels
import Facilitation
import Foundation
import Scripts
import Storage

/// The command line: one small file a command, below here.
@main
struct Raiz: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raiz",
        abstract: "Conversaciones guiadas para equipos de escuelas y jardines.",
        discussion: "Los ajustes salen del ambiente y del archivo raiz.yaml; «raiz doctor» los muestra y los revisa.",
        version: "0.1.0",
        subcommands: [
            Serve.self, Chat.self, Check.self, Export.self, Checks.self, Flows.self, Replay.self, Test.self, Draw.self,
            OrganizationCommand.self, ChannelCommand.self, Telegram.self, Outbox.self, AttachmentsCommand.self,
            Doctor.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ScriptsError {
            fail(error.text)
        } catch let error as ChannelRefusal {
            fail("\(error.code.rawValue): \(error.sentence)")
        } catch let error as DecodingProblem {
            fail("\(error.code.rawValue): \(error.sentence)")
        } catch let error as HTTPFailure {
            fail("\(error.code.rawValue): \(error.sentence)")
        } catch let error as any Explained {
            fail("\(error.code): \(error.sentence)")
        } catch {
            exit(withError: error)
        }
    }

    private static func fail(_ text: String) -> Never {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(withError: ExitCode(1))
    }
}

/// An error with a stable code and a sentence for a person.
protocol Explained: Error {
    var code: String { get }
    var sentence: String { get }
}

extension StoreError: Explained {}
extension FacilitationError: Explained {}
extension SurroundingsError: Explained {}
extension WhatsAppSettingsError: Explained {}

/// Something that the command line itself has to say.
struct Complaint: Explained {
    let code: String
    let sentence: String
}
