// The copy of a Word document with every finding as a comment.

import { join, parse } from 'node:path';
import * as vscode from 'vscode';
import { COPY, fileOf, isOffice } from './projection';
import { failure, run } from './run';
import type { Session } from './session';
import { language } from './settings';
import { complain, languageOptions, offerFile, subject, tell } from './subject';
import { say } from './texts';

/** Write the commented copy beside the document; never over anything. */
export async function annotate(session: Session, uri: vscode.Uri | undefined): Promise<void> {
  const found = subject(uri);
  if (!found || !isOffice(found)) {
    tell('annotate-what');
    return;
  }
  const file = fileOf(found).fsPath;
  const program = await session.program(found);
  if (!program) {
    complain(say(language(), 'no-python'));
    return;
  }
  const target = await freeCopyName(file);
  const options = { location: vscode.ProgressLocation.Notification, title: say(language(), 'annotating') };
  const outcome = await vscode.window.withProgress(options, () =>
    run(program, ['annotate', file, '-o', target, ...languageOptions(found)]),
  );
  if (failure(outcome) || !(await exists(target))) {
    complain(failure(outcome) || outcome.stderr.trim() || outcome.stdout.trim());
    return;
  }
  await offerFile(say(language(), 'annotated', { name: parse(target).base }), vscode.Uri.file(target));
}

/** 年报.批注.docx, or 年报.批注2.docx where that is there already: somebody may have answered in it. */
async function freeCopyName(file: string): Promise<string> {
  const { dir, name, ext } = parse(file);
  const stem = join(dir, name.replace(COPY, ''));
  for (let number = 1; ; number += 1) {
    const tried = `${stem}.批注${number === 1 ? '' : number}${ext}`;
    if (!(await exists(tried))) {
      return tried;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(vscode.Uri.file(path)).then(
    () => true,
    () => false,
  );
}
