import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StepList } from '../ui/step-list.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FilesStep } from './files-step.tsx';
import { QualityStep } from './quality-step.tsx';
import { SettingsStep } from './settings-step.tsx';
import { type ChosenFiles, furthestStep, type WizardStep, wizardSteps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** From two files to a running mapping. The address holds the step and the files, so a reload loses nothing. */
export function WizardPage() {
  const text = useText(wizardText);
  const search = useSearch({ from: '/office/petakan' });
  const navigate = useNavigate({ from: '/petakan' });
  const files: ChosenFiles = { residents: search.penduduk ?? [], members: search.peserta ?? [] };
  const step = furthestStep(search.step ?? 'berkas', files);

  const go = (next: WizardStep, chosen: ChosenFiles = files) =>
    void navigate({
      search: {
        step: next === 'berkas' ? undefined : next,
        penduduk: chosen.residents.length > 0 ? chosen.residents : undefined,
        peserta: chosen.members.length > 0 ? chosen.members : undefined,
      },
    });

  return (
    <>
      <PageHeader title={text.title} />
      <StepList
        label={text.stepOf}
        current={step}
        steps={wizardSteps.map((id) => ({ id, label: text.steps[id], open: furthestStep(id, files) === id }))}
        onGo={go}
      />
      {step === 'berkas' ? <FilesStep files={files} onGo={go} /> : null}
      {step === 'kolom' ? <ColumnsStep files={files} onGo={go} /> : null}
      {step === 'mutu' ? <QualityStep files={files} onGo={go} /> : null}
      {step === 'atur' ? <SettingsStep files={files} onGo={go} /> : null}
    </>
  );
}
