/** Whether this machine can make and install Python packages. */
import { spawnSync } from 'node:child_process';

/** The oldest that jsii's packages take. */
const NEEDED = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

export const NO_PYTHON: string | undefined =
  spawnSync('python3', ['-c', NEEDED]).status === 0
    ? undefined
    : 'no Python 3.10 or newer with venv; install it with "apt-get install python3-venv"';
