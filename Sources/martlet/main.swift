// The command line of Martlet.
import Foundation
import MartletSource

// A file that is larger than its user's limit is an error with a message, and no end without one.
signal(SIGXFSZ, SIG_IGN)
let thread = Thread { exit(Tool().run(Array(CommandLine.arguments.dropFirst())).rawValue) }
thread.stackSize = ConcurrentTasks.stackSize
thread.start()
while true { sleep(1000) }
