import Dialogue
import Testing

@Suite struct PersonalDataTests {
    private func variants(_ text: String) -> [String?] {
        findings(in: text, checks: [.personalData], context: CheckContext()).map(\.variant)
    }

    @Test(arguments: [
        "12.345.678-5", "12345678-5", "123456785", "12 345 678-5", "12.345.678–5", "1.000.005-K", "1000005-k",
        "1000005K", "rut: 12.345.678",
    ]) func findsRut(_ text: String) {
        #expect(variants(text) == ["rut"])
        #expect(variants("El alumno, \(text), llegó en marzo.") == ["rut"])
    }

    @Test(arguments: [
        "12.345.678-4", "123456784", "12.345.678-K", "$12.345.678", "2025-2026", "20260315", "RBD 34603-9", "3.456-7",
        "1.234.567",
        "245-251-260", "15:30-17:00",
    ]) func letsOtherNumbersBe(_ text: String) {
        #expect(variants(text) == [])
        #expect(PersonalData.masked("Van \(text) en total") == "Van \(text) en total")
    }

    @Test(arguments: [
        "+56 9 1234 5678", "+56912345678", "912345678", "9 1234 5678", "9-1234-5678", "56 9 12345678", "09 1234 5678",
        "(41) 222 3344",
        "41 222 3344", "+56 2 2345 6789", "fono 2223344", "22 345 6789 es el fono", "+1 212 555 0100",
    ]) func findsTelephones(_ text: String) {
        #expect(variants("Anoten \(text).").first == "phone")
    }

    @Test(arguments: [
        "El año 2025 y el 2026", "Son 45 estudiantes en 2 cursos", "A las 9 1230 personas", "de 8:00 a 13:15",
        "SIMCE 245 251 260", "PAES 612 645 701",
        "912.345.678 pesos", "90 de 120", "1 2 3 4 5 6 7 8 9", "el 9 de marzo de 2026", "Ley 20.370", "decreto 67/2018",
        "3 de cada 10",
    ]) func letsTimesYearsAndScoresBe(_ text: String) {
        #expect(variants(text) == [])
    }

    @Test func findsAddresses() {
        #expect(variants("utp.lenguaje+2b@liceo-ejemplo.cl") == ["email"])
        #expect(variants("Escriban a direccion@escuela.cl.") == ["email"])
        #expect(variants("l@s niñ@s y apoderad@s.") == [])
        #expect(variants("en @escuela.cl y hola@ y @") == [])
    }

    @Test func masksAllButHealth() {
        #expect(
            PersonalData.masked("Ana, RUT 12.345.678-5, ana@ejemplo.cl o +56 9 1234 5678; está con licencia.")
                == "Ana, RUT [dato personal], [dato personal] o [dato personal]; está con licencia."
        )
        #expect(PersonalData.masked("(41) 222 3344.") == "[dato personal].")
        #expect(PersonalData.masked("9 1234 5678 y 9 8765 4321") == "[dato personal] y [dato personal]")
        #expect(PersonalData.masked("Falta de tiempo 🙂") == "Falta de tiempo 🙂")
        #expect(PersonalData.masked("") == "")
        let masked = PersonalData.masked("a@b.cl 12345678-5")
        #expect(PersonalData.masked(masked) == masked)
    }

    @Test func reportsEachKindOnce() {
        let found = findings(
            in: "12.345.678-5 y 7654321-6, a@b.cl, 912345678. La directora tiene depresión.",
            checks: [.personalData],
            context: CheckContext()
        )
        #expect(found.map(\.variant) == ["rut", "email", "phone", "health"])
        #expect(found.first?.words == ["12.345.678-5", "7654321-6"])
        #expect(found.last?.words == ["depresión"])
    }
}
