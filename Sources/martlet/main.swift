// The command line of Martlet.
import Foundation

exit(Tool().run(Array(CommandLine.arguments.dropFirst())).rawValue)
