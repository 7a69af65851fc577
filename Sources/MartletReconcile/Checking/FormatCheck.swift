// Whether generated code can read a text.

import MartletIR
import MartletRuntime

extension Builtin {
    /// By the same types that it has for the format.
    func reads(_ text: String) -> Bool {
        switch self {
        case .timestamp: Timestamp(text) != nil
        case .calendarDate: CalendarDate(text) != nil
        case .timeOfDay: TimeOfDay(text) != nil
        case .calendarDuration: CalendarDuration(text) != nil
        case .decimalText: DecimalText(text) != nil
        case .base64Data: Base64Data(text) != nil
        case .base64URLData: Base64URLData(text) != nil
        default: true
        }
    }
}
