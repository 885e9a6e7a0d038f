import { buildAssets } from '../../scripts/build-assets';

export default buildAssets;
