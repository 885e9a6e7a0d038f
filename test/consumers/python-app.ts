/** An empty Python CDK app that installs the wheel and uses it as README.md shows. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CdkVersions, wheel } from './packed';
import { example, indented } from './readme';
import { run } from './run';

const { imports, body } = example('python', /^(import|from) /);

const APP = `from aws_cdk import App, Stack
from aws_cdk.aws_lambda import Code, Function, Runtime
from cdk_pinterest_conversions import PinterestConversionsStack
from constructs import Construct
${imports}


class Shop(Stack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        shop_backend = Function(
            self,
            "Backend",
            runtime=Runtime.NODEJS_22_X,
            handler="index.handler",
            code=Code.from_inline("exports.handler = async () => {};"),
        )
${indented(body, 8)}

app = App(analytics_reporting=False)
Shop(app, "Shop")
PinterestConversionsStack(app, "Whole", ad_account_id="549755885175")
app.synth()
`;

export const PYTHON = path.join('venv', 'bin', 'python');
export const COMMAND = path.join('venv', 'bin', 'cdk-pinterest-conversions');

/** jsii would leave what it unpacks in the home folder and, after a command, in that of temporary files. */
export const jsiiEnvironment = (folder: string) => ({ JSII_RUNTIME_PACKAGE_CACHE: 'disabled', TMPDIR: folder });

export function makePythonApp(folder: string, cdk: CdkVersions): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'app.py'), APP);
  run(folder, 'python3', ['-m', 'venv', 'venv']);
  const versions = Object.entries(cdk).map(([name, version]) => `${name}==${version}`);
  run(folder, PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel(), ...versions]);
}
