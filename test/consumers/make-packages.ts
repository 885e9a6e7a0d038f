/** The packages are made once, before any test that installs them. Without Python there is no wheel to make. */
import { makePackages } from '../../scripts/package';
import { NO_PYTHON } from './python';

export default function (): void {
  if (NO_PYTHON !== undefined) console.log(`\nthe Python package is skipped: ${NO_PYTHON}`);
  makePackages(NO_PYTHON === undefined ? ['js', 'python'] : ['js']);
}
