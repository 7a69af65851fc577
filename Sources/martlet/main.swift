// The command line of Martlet.
import Foundation

// Documents are nested, and so are the calls that read them: the stack of the first thread is too small for the deepest
// that `Limits` admits, in a debug build.
//
// A file that is larger than its user's limit is an error with a message, and no end without one.
signal(SIGXFSZ, SIG_IGN)
let thread = Thread { exit(Tool().run(Array(CommandLine.arguments.dropFirst())).rawValue) }
thread.stackSize = 1 << 29
thread.start()
while true { sleep(1000) }
