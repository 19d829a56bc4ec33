/** Titles of the bundled digests for the sample page, each with the text around it. */
export const samples = [
  {
    before: '[1] J. Sohl-Dickstein et al. ',
    title: 'Deep Unsupervised Learning using Nonequilibrium Thermodynamics',
    after: '. ICML, 2015.',
  },
  {
    before: '[2] S. Lin et al. ',
    title: 'Common Diffusion Noise Schedules and Sample Steps are Flawed',
    after: '. WACV, 2024.',
  },
  {
    before: '[3] I. Skorokhodov et al. ',
    title: 'EpiGRAF: Rethinking training of 3D GANs',
    after: '. NeurIPS, 2022.',
  },
] as const;
