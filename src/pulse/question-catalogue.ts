import { type ContentFile, readContentFile } from '../content-file.ts';
import { type Settings, subjects } from '../team/team.ts';
import { type Fixed, translationProblems } from '../translation.ts';
import { type Question, questionSchema } from './question.ts';

const name = 'questions.yml';

/** Reads the English questions, with all problems at once. */
export function readQuestions(folder: URL): ContentFile<Question> {
  const file = readContentFile({ url: new URL(name, folder), name, schema: questionSchema });
  const { entries, problems } = file;
  const unasked = subjects.filter((subject) => !entries.some(({ about }) => about === subject));
  const missing =
    problems.length > 0 ? [] : unasked.map((subject) => `${name}: there is no question about “${subject}”`);
  return { ...file, problems: [...problems, ...missing] };
}

/** Reads what a locale's folder has in its own words of the English questions, with all problems at once. */
export function readTranslatedQuestions(folder: URL, english: ContentFile<Question>): ContentFile<Question> {
  const url = new URL(name, folder);
  const file = readContentFile({ url, name, schema: questionSchema, mayBeMissing: true });
  const wrong = translationProblems({ translation: file, english, fixedIn });
  return { ...file, problems: [...file.problems, ...wrong] };
}

/** A pulse that is open keeps its options, whatever language its team changes to. */
function fixedIn({ about, options }: Question): readonly Fixed[] {
  const strained = options.map((option) => option.strained).join(', ');
  return [
    { path: ['about'], value: about },
    { path: ['options'], value: `${options.length} with strained ${strained}` },
  ];
}

/** The tracked questions of a new team: the first of each subject. */
export function defaultQuestions(questions: readonly Question[]): Settings['questions'] {
  const first = (subject: Question['about']) => questions.find(({ about }) => about === subject)?.id ?? '';
  return { workload: first('workload'), asking: first('asking'), delegation: first('delegation') };
}

/** The question with this id, or the first of the subject where a content update has removed it. */
export function questionFor(
  questions: readonly Question[],
  subject: Question['about'],
  id: string,
): Question {
  const found =
    questions.find((question) => question.id === id) ?? questions.find(({ about }) => about === subject);
  if (found === undefined) throw new Error('the catalogue has no question about a subject');
  return found;
}
