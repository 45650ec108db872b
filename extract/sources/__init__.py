"""Where documents come from: files, folders, archives, addresses, standard input. Disk and network are here alone."""
