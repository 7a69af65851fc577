// The command line of Martlet.

import MartletCommandLine

Tool.main { AllCommands.types }
