export const wizardSteps = ['berkas', 'kolom', 'mutu', 'atur'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** Ids of the uploads chosen for a run. */
export interface ChosenFiles {
  residents: string[];
  members: string[];
}

/** What every step of the wizard gets. */
export interface StepProps {
  files: ChosenFiles;
  onGo: (step: WizardStep, files?: ChosenFiles) => void;
}

/** The step asked for, or the first one while a kind of file is still missing. */
export function furthestStep(asked: WizardStep, files: ChosenFiles): WizardStep {
  return files.residents.length > 0 && files.members.length > 0 ? asked : 'berkas';
}
